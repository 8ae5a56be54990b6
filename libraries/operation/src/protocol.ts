import type { RefusalDefinition } from './refusal.ts'

/** HTTP method of a protocol operation. */
export type ProtocolMethod = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'ALL'

/**
 * An operation that speaks a protocol of its own: a page, OpenID Connect, an upload, a public check.
 * It has a fixed route, and still a permission, declared refusals, an audit line and a test, so that no route escapes the laws.
 */
export interface Protocol {
  readonly name: string
  readonly module: string
  readonly does: string
  readonly kind: 'protocol' | 'stream'
  readonly method: ProtocolMethod
  /** Path pattern with `:parameter` and a trailing `*`. */
  readonly path: string
  readonly permission: string
  readonly refusals: readonly RefusalDefinition[]
  /** Largest request body in bytes. */
  readonly limit: number
  /** False for pages and static files, whose reading is not an access to anyone's data. */
  readonly audited: boolean
  /** The scope that opens it to an application in a person’s name, as of an operation. */
  readonly scope?: string
}

/** Declares a protocol operation. */
export function protocol(definition: {
  name: string
  does: string
  kind?: 'protocol' | 'stream'
  method: ProtocolMethod
  path: string
  permission: string
  refusals?: readonly RefusalDefinition[]
  limit?: number
  audited?: boolean
  scope?: string
}): Protocol {
  const [module = ''] = definition.name.split('.')
  return Object.freeze({
    kind: 'protocol',
    limit: 1_048_576,
    refusals: [],
    audited: false,
    ...definition,
    module,
  })
}

/** A request as a protocol operation sees it. */
export interface ProtocolRequest {
  readonly method: string
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  /** Raw body; empty for GET. */
  readonly body: Uint8Array
  /** Network address that it came from, where it came by a network. */
  readonly address?: string
}

/** A reply of a protocol operation. `cookies` are complete Set-Cookie values. A body in pieces is sent as it comes; one that fails cuts the connection. */
export interface ProtocolReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>
}
