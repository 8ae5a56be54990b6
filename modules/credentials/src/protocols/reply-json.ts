import type { ProtocolReply } from '@tereze/operation'

/** A reply in JSON; kept by nobody unless told for how long, seconds. */
export function replyJson(status: number, body: unknown, maxAge: number | null = null): ProtocolReply {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': maxAge === null ? 'no-store' : `public, max-age=${maxAge}`,
    },
    body: JSON.stringify(body),
  }
}

/** An error as OAuth and OpenID write it. */
export function replyError(status: number, error: string, description?: string): ProtocolReply {
  return replyJson(status, { error, ...(description === undefined ? {} : { error_description: description }) })
}

/** The JSON object of a request; null when it has none. */
export function readJson(body: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null
  } catch {
    return null
  }
}
