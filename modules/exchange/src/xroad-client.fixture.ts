/**
 * A small X-Road REST client, written from the text of the X-Road Message Protocol for REST 1.0.4 alone. It knows nothing of the platform
 * and uses nothing of it; only the token in `Authorization` stands in for the client certificate of 4.7.
 */
export interface XRoadAnswer {
  readonly status: number
  /** Set where X-Road itself failed (4.3); null where the answer is the service's. */
  readonly error: string | null
  readonly id: string | null
  readonly client: string | null
  readonly service: string | null
  readonly requestId: string | null
  readonly requestHash: string | null
  readonly contentType: string
  readonly body: unknown
}

/** Calls a service through a security server: `{method} /r1/{serviceId}[/path][?query]` with the header `X-Road-Client` (4.1). */
export async function callXRoad(call: {
  securityServer: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Parts of the service id, not encoded. */
  service: readonly string[]
  path?: string
  client?: readonly string[]
  id?: string
  token?: string
  headers?: Record<string, string>
  body?: unknown
}): Promise<XRoadAnswer> {
  const encode = (parts: readonly string[]) => parts.map(encodeURIComponent).join('/')
  const response = await fetch(`${call.securityServer}/r1/${encode(call.service)}${call.path ?? ''}`, {
    method: call.method ?? 'GET',
    redirect: 'manual',
    headers: {
      ...(call.client === undefined ? {} : { 'X-Road-Client': encode(call.client) }),
      ...(call.id === undefined ? {} : { 'X-Road-Id': call.id }),
      ...(call.token === undefined ? {} : { Authorization: `Bearer ${call.token}` }),
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
      ...call.headers,
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  })
  const header = (name: string) => response.headers.get(name)
  return {
    status: response.status,
    error: header('X-Road-Error'),
    id: header('X-Road-Id'),
    client: header('X-Road-Client'),
    service: header('X-Road-Service'),
    requestId: header('X-Road-Request-Id'),
    requestHash: header('X-Road-Request-Hash'),
    contentType: header('Content-Type') ?? '',
    body: await response.json(),
  }
}
