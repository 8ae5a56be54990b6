import { afterEach, expect, it, vi } from 'vitest'
import { bringFile } from './bring-file.ts'

afterEach(() => vi.unstubAllGlobals())

const file = new File(['signature'], 'approval.sig')
const bring = () => bringFile({ url: '/door', file, formToken: 'proof', language: 'kk' })

it('carries the file with the proof of the page; a refusal comes back in words, a broken line as such', async () => {
  const asked: Request[] = []
  const reply = (answer: () => Response) =>
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      asked.push(new Request(new URL(url, 'http://door.localhost'), init))
      return answer()
    })
  reply(() => new Response('{}'))
  expect(await bring()).toBeNull()
  const [sent] = asked
  expect([sent?.headers.get('x-tereze-form'), sent?.headers.get('accept-language')]).toEqual(['proof', 'kk'])
  expect((await sent?.formData())?.get('file')).toMatchObject({ name: 'approval.sig' })
  const refusal = {
    type: 'x',
    status: 422,
    code: 'signatures.signature-faulty',
    title: 'Faulty',
    pointer: '',
    params: {},
  }
  reply(() => new Response(JSON.stringify(refusal), { status: 422 }))
  expect(await bring()).toMatchObject({ kind: 'refused', code: 'signatures.signature-faulty' })
  reply(() => new Response('nonsense', { status: 502 }))
  expect(await bring()).toMatchObject({ kind: 'unreadable' })
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no line')))
  expect(await bring()).toMatchObject({ kind: 'unreachable' })
})
