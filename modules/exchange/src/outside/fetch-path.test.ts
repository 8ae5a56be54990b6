import type { Outgoing, OutgoingReply, OutgoingRequest } from '@tereze/foundation-http'
import { describe, expect, it } from 'vitest'
import { addressOf, FetchFailed, fetchPath } from './fetch-path.ts'

const call = { token: 't', timeout: 1000, limit: 20_000_000 }
type Answer = (first: number, last: number, request: OutgoingRequest) => OutgoingReply

async function read(answer: Answer): Promise<{ bytes: Buffer; asked: OutgoingRequest[] }> {
  const asked: OutgoingRequest[] = []
  const outgoing: Outgoing = {
    async send(request) {
      asked.push(request)
      const [, first, last] = /bytes=(\d+)-(\d+)/.exec(request.headers?.range ?? '') ?? []
      return answer(Number(first), Number(last), request)
    },
  }
  const parts: Uint8Array[] = []
  for await (const part of fetchPath(outgoing, 'https://tax.example/f', call)) parts.push(part)
  return { bytes: Buffer.concat(parts), asked }
}
const whole = Buffer.alloc(9_000_000, 'abcdefg')
const ranges: Answer = (first, last) => {
  const body = whole.subarray(first, last + 1)
  const range = `bytes ${first}-${first + body.length - 1}/${whole.length}`
  return { ok: true, status: 206, headers: { 'content-range': range, etag: '"1"' }, body }
}

describe('a file of an own system', () => {
  it('is read in ranges of one version, and whole where the system knows no ranges', async () => {
    const { bytes, asked } = await read(ranges)
    expect(bytes.equals(whole)).toBe(true)
    expect(asked.map(({ headers }) => headers?.['if-match'])).toEqual([undefined, '"1"', '"1"'])
    const small = await read(() => ({ ok: true, status: 200, headers: {}, body: Buffer.from('small') }))
    expect(small.bytes.toString()).toBe('small')
  })

  it('is none when it is cut, too large, or another range than was asked', async () => {
    const wrong = async (answer: Answer) => {
      const failed: unknown = await read(answer).catch((error: unknown) => error)
      return failed instanceof FetchFailed ? failed.problem : null
    }
    expect(await wrong(() => ({ ok: false, problem: 'cut' }))).toEqual({ reason: 'cut', detail: '' })
    const past = { 'content-range': 'bytes 0-1/30000000' }
    const two = Buffer.from('ab')
    expect(await wrong(() => ({ ok: true, status: 206, headers: past, body: two }))).toMatchObject({
      reason: 'too-large',
    })
    const other = { 'content-range': 'bytes 5-6/100' }
    expect(await wrong(() => ({ ok: true, status: 206, headers: other, body: two }))).toMatchObject({
      reason: 'answer-wrong',
    })
    expect(await wrong(() => ({ ok: true, status: 404, headers: {}, body: two }))).toEqual({
      reason: 'status',
      detail: '404',
    })
    const shrinks: Answer = (first, last, request) =>
      first === 0
        ? ranges(first, last, request)
        : { ok: true, status: 206, headers: { 'content-range': `bytes ${first}-${first + 1}/77` }, body: two }
    expect(await wrong(shrinks)).toMatchObject({ reason: 'answer-wrong' })
  })

  it('lies beside its service and nowhere else', () => {
    expect(addressOf('https://tax.example/v1/x', '/files/1')).toBe('https://tax.example/files/1')
    for (const path of [
      'https://other.example/f',
      '//other.example/f',
      'https://a@tax.example/f',
      'http://tax.example/f',
    ])
      expect(addressOf('https://tax.example/v1/x', path), path).toBeNull()
  })
})
