import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { xroadBody } from './xroad-body.ts'
import { xroadErrorOf } from './xroad-error.ts'

const schema = Type.Object({ person: Type.String(), year: Type.Integer(), open: Type.Boolean() })
const read = (method: string, query: string, body = '') =>
  xroadBody({ method, query: new URLSearchParams(query), body: new TextEncoder().encode(body) }, schema)

it('reads query parameters as the contract types them, and JSON bodies as they are', () => {
  expect(read('GET', 'person=12&year=2025&open=true')).toEqual({ person: '12', year: 2025, open: true })
  expect(read('GET', 'year=soon&open=yes')).toEqual({ year: 'soon', open: 'yes' })
  expect(read('POST', '', '{"year":2025}')).toEqual({ year: 2025 })
})

it('has no body where there is none, or more than one', () => {
  expect(read('GET', 'year=1&year=2')).toBeUndefined()
  expect(read('POST', '', '{')).toBeUndefined()
  expect(read('DELETE', '')).toBeUndefined()
})

it('tells an error of the exchange from an answer of the provider', () => {
  expect(xroadErrorOf('exchange.access-not-granted')).toEqual({ status: 500, type: 'Server.ServerProxy.AccessDenied' })
  expect(xroadErrorOf('exchange.message-malformed')).toEqual({ status: 400, type: 'Client.BadRequest' })
  expect(xroadErrorOf('exchange.unheard-of')).toEqual({ status: 500, type: 'Server.ServerProxy.ServiceFailed' })
  expect(xroadErrorOf('exchange.body-invalid')).toBeNull()
  expect(xroadErrorOf('exchange.member-refused')).toBeNull()
  expect(xroadErrorOf('exchange.answer-awaited')?.type).toBe('Server.ServerProxy.NetworkError')
})
