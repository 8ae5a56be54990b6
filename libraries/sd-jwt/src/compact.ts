/** An SD-JWT in its parts (RFC 9901, 4). */
export interface CompactParts {
  /** The issuer's JWT. */
  readonly jwt: string
  readonly disclosures: readonly string[]
  /** The holder's proof of its key; null when there is none. */
  readonly keyBinding: string | null
}

const jwt = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

/** The parts of a compact SD-JWT or SD-JWT+KB; null when it is neither. */
export function splitCompact(text: string): CompactParts | null {
  const [first = '', ...rest] = text.split('~')
  const last = rest.pop()
  if (last === undefined || !jwt.test(first) || rest.some(part => part === '')) return null
  if (last !== '' && !jwt.test(last)) return null
  return { jwt: first, disclosures: rest, keyBinding: last === '' ? null : last }
}

/** The compact text of parts. Without `keyBinding` it is what the hash in a holder's proof is about (RFC 9901, 4.3.1). */
export function joinCompact(parts: Omit<CompactParts, 'keyBinding'> & { readonly keyBinding?: string | null }): string {
  return [parts.jwt, ...parts.disclosures, parts.keyBinding ?? ''].join('~')
}
