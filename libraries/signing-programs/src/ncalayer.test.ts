import { expect, it } from 'vitest'
import { readSaid, signRequest } from './ncalayer.ts'

it('asks for a signature beside the content, by a key for signing', () => {
  expect(JSON.parse(signRequest('0KE=', 'kk'))).toMatchObject({
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: { format: 'cms', data: '0KE=', signingParams: { decode: true, encapsulate: false }, locale: 'kk' },
  })
})

it.each([
  ['{"result":{"version":"1.4"}}', { kind: 'here' }],
  ['--heartbeat--', null],
  ['{}', null],
  ['{"status":true,"body":{"result":["MIIB"]}}', { kind: 'signed', signature: 'MIIB' }],
  ['{"status":true,"body":{"result":"MIIB"}}', { kind: 'signed', signature: 'MIIB' }],
  ['{"status":true,"body":{}}', { kind: 'cancelled' }],
  ['{"status":false,"code":"USER_CANCELED","message":""}', { kind: 'cancelled' }],
  ['{"status":false,"code":"500","message":"no storage"}', { kind: 'failed' }],
])('reads %s', (text, said) => {
  expect(readSaid(text)).toEqual(said)
})
