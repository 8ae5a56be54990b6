import { expect, it } from 'vitest'
import { findField, readForm } from './read-form.ts'

it('reads fields and files of a form, and leaves out files that were not chosen', async () => {
  const form = new FormData()
  form.set('_form', 'token')
  form.set('file', new Blob([new Uint8Array([1, 2, 255])]), 'қол.sig')
  form.set('content', new Blob([]), '')
  const request = new Response(form)
  const type = request.headers.get('content-type') ?? ''
  const body = new Uint8Array(await request.arrayBuffer())
  const read = await readForm(type, body)
  expect(read?.fields.get('_form')).toBe('token')
  expect(read?.files.get('file')).toEqual([{ name: 'қол.sig', bytes: new Uint8Array([1, 2, 255]) }])
  expect(read?.files.get('content')?.length ?? 0).toBe(0)
  expect(findField(body, '_form')).toBe('token')
  expect(findField(body, 'other')).toBeNull()
  expect(await readForm(type, body.subarray(0, 100))).toBeNull()
  expect((await readForm('application/x-www-form-urlencoded', Buffer.from('a=1')))?.fields.get('a')).toBe('1')
})
