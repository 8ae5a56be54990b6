import { createHash } from 'node:crypto'

/** A request of X-Road REST as it goes out. */
export interface HashedRequest {
  readonly method: string
  /** Path and query, as they stand in the request. */
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Null where there is none. */
  readonly body: string | Uint8Array | null
}

/** Headers that belong to one connection or tell of one machine, and those that security servers write themselves: not hashed. */
const unhashed: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'pragma',
  'proxy-authenticate',
  'proxy-authorization',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-road-request-hash',
  'x-road-request-id',
])

const sha = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha512')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function headOf(
  { method, target }: HashedRequest,
  headers: readonly (readonly [string, string])[],
  requestId: string | null,
): string {
  const lines = requestId === null ? headers : [...headers, ['x-road-request-id', requestId] as const]
  return [method, target, ...lines.map(([name, value]) => `${name}:${value}`)].map(line => `${line}\r\n`).join('')
}

function hashOf(request: HashedRequest, head: string): string {
  const digest = sha(head)
  return (request.body === null ? digest : sha(digest, sha(request.body))).toString('base64')
}

const hashed = ({ headers }: HashedRequest) => headers.filter(([name]) => !unhashed.has(name.toLowerCase()))

/**
 * `X-Road-Request-Hash`: base64(SHA-512(SHA-512(headers) + SHA-512(body))), of the headers alone where there is no body (PR-REST 4.3). The headers
 * are the method, the path with its query and each header on a line, `x-road-request-id`, which the first security server adds, last.
 */
export function hashXRoadRequest(request: HashedRequest, requestId: string | null): string {
  return hashOf(request, headOf(request, hashed(request), requestId))
}

function* ordersOf<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) yield []
  for (const [place, item] of items.entries())
    for (const rest of ordersOf(items.filter((_, other) => other !== place))) yield [item, ...rest]
}

/** More headers than this have too many orders to try. */
const mostHeaders = 6

/**
 * Whether a hash is that of a request. The protocol says neither in what order a security server writes the headers nor in what case their
 * names, which HTTP leaves open: every order of them is tried, with names as they were sent and in small letters.
 */
export function isHashOfXRoadRequest(hash: string, request: HashedRequest, requestId: string | null): boolean {
  const headers = hashed(request)
  if (headers.length > mostHeaders) throw new Error('a question to X-Road has few headers')
  for (const order of ordersOf(headers)) {
    const small = order.map(([name, value]) => [name.toLowerCase(), value] as const)
    for (const written of [order, small]) if (hashOf(request, headOf(request, written, requestId)) === hash) return true
  }
  return false
}
