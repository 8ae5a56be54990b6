import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type HashedRequest, hashXRoadRequest, isHashOfXRoadRequest } from './xroad-request-hash.ts'

const request: HashedRequest = {
  method: 'POST',
  target: '/r1/NB/GOV/1/s/x/v1?a=%D2%9A',
  headers: [
    ['Accept', 'application/json'],
    ['X-Road-Client', 'NB/GOV/2'],
    ['Host', 'example.test'],
    ['X-Road-Id', 'i1'],
  ],
  body: '{"a":1}',
}
const sha = (...parts: (string | Buffer)[]) =>
  createHash('sha512')
    .update(Buffer.concat(parts.map(part => Buffer.from(part))))
    .digest()
// Written out once by hand, as the protocol says it.
const head = (lines: string) => sha(`POST\r\n/r1/NB/GOV/1/s/x/v1?a=%D2%9A\r\n${lines}`)
const asSent = 'Accept:application/json\r\nX-Road-Client:NB/GOV/2\r\nX-Road-Id:i1\r\nx-road-request-id:r1\r\n'
const withBody = (digest: Buffer) => sha(digest, sha('{"a":1}')).toString('base64')

describe('hashXRoadRequest', () => {
  it('is of method, target and headers, and of the body where there is one', () => {
    expect(hashXRoadRequest(request, 'r1')).toBe(withBody(head(asSent)))
    expect(hashXRoadRequest({ ...request, body: null }, 'r1')).toBe(head(asSent).toString('base64'))
    expect(hashXRoadRequest({ ...request, body: null }, null)).toBe(
      head(asSent.replace('x-road-request-id:r1\r\n', '')).toString('base64'),
    )
  })
})

describe('isHashOfXRoadRequest', () => {
  it('takes every order of the headers and either case of their names, and nothing else', () => {
    const other = 'x-road-id:i1\r\naccept:application/json\r\nx-road-client:NB/GOV/2\r\nx-road-request-id:r1\r\n'
    for (const lines of [asSent, other]) expect(isHashOfXRoadRequest(withBody(head(lines)), request, 'r1')).toBe(true)
    const hash = withBody(head(asSent))
    expect(isHashOfXRoadRequest(hash, request, 'r2')).toBe(false)
    expect(isHashOfXRoadRequest(hash, request, null)).toBe(false)
    expect(isHashOfXRoadRequest(hash, { ...request, body: '{"a":2}' }, 'r1')).toBe(false)
    expect(isHashOfXRoadRequest(hash, { ...request, target: '/r1/NB/GOV/1/s/x/v1' }, 'r1')).toBe(false)
    expect(isHashOfXRoadRequest(hash, { ...request, headers: request.headers.slice(1) }, 'r1')).toBe(false)
    expect(isHashOfXRoadRequest('', request, 'r1')).toBe(false)
  })
})
