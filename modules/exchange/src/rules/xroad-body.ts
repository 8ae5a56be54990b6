import type { TSchema } from 'typebox'

interface Properties {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>
}

/** A value of a query parameter as the property of that name wants it; text that does not convert stays text and fails the contract. */
function convert(text: string, type: string | undefined): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d{1,10})?$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

/**
 * The body of a message out of an X-Road REST request: JSON of a POST or PUT, query parameters of a GET. Undefined when it is neither, or
 * when a parameter is given twice (parameter pollution, PR-REST 4.2).
 */
export function xroadBody(
  request: { method: string; query: URLSearchParams; body: Uint8Array },
  schema: TSchema,
): unknown {
  if (request.method === 'GET') {
    const names = [...request.query.keys()]
    if (new Set(names).size !== names.length) return undefined
    const { properties = {} } = schema as Properties
    return Object.fromEntries([...request.query].map(([name, text]) => [name, convert(text, properties[name]?.type)]))
  }
  if (request.method !== 'POST' && request.method !== 'PUT') return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body)) as unknown
  } catch {
    return undefined
  }
}
