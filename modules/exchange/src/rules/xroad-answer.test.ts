import { expect, it } from 'vitest'
import { encodeXRoad, readXRoadAnswer } from './xroad-answer.ts'
import { hashXRoadRequest } from './xroad-request-hash.ts'

const asked = {
  client: encodeXRoad(['NB', 'GOV', 'Қала', 'a']),
  service: encodeXRoad(['NB', 'GOV', '1', 's/x']),
  id: 'i1',
  sent: { method: 'GET', target: '/r1/NB/GOV/1/s%2Fx', headers: [['X-Road-Id', 'i1']] as const, body: null },
}
const hash = hashXRoadRequest(asked.sent, 'r1')
const right = {
  'x-road-client': asked.client,
  'x-road-service': 'NB/GOV/1/s%2fx',
  'x-road-id': 'i1',
  'x-road-request-hash': hash,
  'x-road-request-id': 'r1',
}
const read = (headers: Record<string, string>, status = 200, body = '{"a":1}', none: number[] = []) =>
  readXRoadAnswer({ ok: true, status, headers, body: Buffer.from(body) }, asked, none)

it('encodes each part of an identifier for itself', () => {
  expect(asked.client).toBe('NB/GOV/%D2%9A%D0%B0%D0%BB%D0%B0/a')
  expect(asked.service).toBe('NB/GOV/1/s%2Fx')
})

it('tells the service from the security servers, and both from somebody else', () => {
  const evidence = { requestHash: hash, requestId: 'r1' }
  const { 'x-road-request-hash': _, 'x-road-request-id': __, ...bare } = right
  const problem = (reason: string, detail: string) => ({ problem: { reason, detail } })
  const table: [string, unknown, unknown][] = [
    ['an answer', read(right), { value: { a: 1 }, evidence }],
    ['nothing', read(right, 404, '', [404]), { value: null, evidence }],
    ['no hash', read(bare), { value: { a: 1 }, evidence: { requestHash: null, requestId: null } }],
    ['a refusal of the service', read(right, 422), { refused: '422' }],
    ['an error of the service', read(right, 500), problem('status', '500')],
    ['a redirection', read(right, 302), problem('status', '302')],
    [
      'an error of X-Road',
      read({ 'x-road-error': 'Server.ClientProxy.NetworkError' }, 500),
      problem('security-server', 'Server.ClientProxy.NetworkError'),
    ],
    ['a wrong request', read({ 'x-road-error': 'Client.BadRequest' }, 400), { refused: 'Client.BadRequest' }],
    [
      'an error that is none',
      read({ 'x-road-error': 'Name: somebody' }, 500),
      problem('security-server', 'x-road-error'),
    ],
    ['another id', read({ ...right, 'x-road-id': 'i2' }), problem('answer-wrong', 'x-road-id')],
    ['another client', read({ ...right, 'x-road-client': 'NB/GOV/2' }), problem('answer-wrong', 'x-road-client')],
    [
      'another service',
      read({ ...right, 'x-road-service': 'NB/GOV/1/s/x' }),
      problem('answer-wrong', 'x-road-service'),
    ],
    [
      'the hash of another request',
      read({ ...right, 'x-road-request-hash': hashXRoadRequest(asked.sent, 'r2') }),
      problem('hash-wrong', 'x-road-request-hash'),
    ],
    [
      'a hash that is none',
      read({ ...right, 'x-road-request-hash': 'x' }),
      problem('hash-wrong', 'x-road-request-hash'),
    ],
    ['an unreadable name', read({ ...right, 'x-road-client': '%E0' }), problem('answer-wrong', 'x-road-client')],
    ['no headers', read({}), problem('answer-wrong', 'x-road-id')],
    ['no JSON', read(right, 200, '<a/>'), problem('unreadable', '200')],
    ['no answer', readXRoadAnswer({ ok: false, problem: 'cut' }, asked, []), problem('cut', '')],
  ]
  for (const [what, found, expected] of table) expect([what, found]).toEqual([what, expected])
})
