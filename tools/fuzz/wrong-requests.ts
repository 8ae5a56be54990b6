import { gzipSync } from 'node:zlib'

/** A request that is wrong as HTTP or as JSON, whatever operation it is for, and the refusals that answer it. */
export interface WrongRequest {
  readonly what: string
  readonly method: string
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Uint8Array | null
  readonly codes: readonly string[]
}

const json = { 'content-type': 'application/json' }
const bytes = (text: string) => new TextEncoder().encode(text)
const unreadable = ['operations.body-unreadable']

/** Wrong requests for an operation that takes `{}` and is open to everybody. */
export const wrongRequests: readonly WrongRequest[] = [
  ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].map(method => ({
    what: `the method ${method}`,
    method,
    headers: {},
    body: null,
    codes: ['operations.operation-not-found', ...unreadable],
  })),
  ...[
    '',
    'text/plain',
    'text/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    '%',
  ].map(type => ({
    what: `the type "${type}"`,
    method: 'POST',
    headers: (type === '' ? {} : { 'content-type': type }) as Record<string, string>,
    body: bytes('{}'),
    codes: ['operations.content-type-unsupported', ...unreadable],
  })),
  ...['', '{', '{"a":', '[1,]', '{"a":1}}', "{'a':1}", 'NaN', 'undefined', '\uFEFF', '{}\u0000'].map(text => ({
    what: `the body ${JSON.stringify(text)}`,
    method: 'POST',
    headers: json,
    body: bytes(text),
    codes: unreadable,
  })),
  {
    what: 'bytes that are no UTF-8',
    method: 'POST',
    headers: json,
    body: Uint8Array.of(0x7b, 0x22, 0xff, 0xfe),
    codes: unreadable,
  },
  {
    what: 'UTF-16',
    method: 'POST',
    headers: json,
    body: new Uint8Array(Buffer.from('{}', 'utf16le')),
    codes: unreadable,
  },
  {
    what: 'a body that unfolds to twenty times the limit',
    method: 'POST',
    headers: { ...json, 'content-encoding': 'gzip' },
    body: new Uint8Array(gzipSync(Buffer.alloc(20_971_520, 0x20))),
    codes: ['operations.body-too-large', ...unreadable, 'operations.content-type-unsupported'],
  },
  {
    what: 'a folding that is none',
    method: 'POST',
    headers: { ...json, 'content-encoding': 'gzip' },
    body: bytes('{}'),
    codes: ['operations.content-type-unsupported', ...unreadable],
  },
  {
    what: 'a folding that nobody knows',
    method: 'POST',
    headers: { ...json, 'content-encoding': 'x-own' },
    body: bytes('{}'),
    codes: ['operations.content-type-unsupported', ...unreadable],
  },
  {
    what: 'a bearer token twice',
    method: 'POST',
    headers: { ...json, authorization: ['Bearer a', 'Bearer b'] },
    body: bytes('{}'),
    codes: ['operations.sign-in-needed', 'operations.token-unknown', 'identity.token-invalid'],
  },
  {
    what: 'a token that is none',
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${'a.'.repeat(2000)}` },
    body: bytes('{}'),
    codes: ['operations.sign-in-needed', 'operations.token-unknown', 'identity.token-invalid'],
  },
]
