import { fromBase64Url, toBase64Url } from './base64url.ts'

/** SHA-256 of a text's ASCII bytes, as base64url without padding (RFC 9901, 4.2.3). */
export type HashText = (ascii: string) => string

/** What a disclosure says: a claim of an object, or with no name an element of an array (RFC 9901, 4.2). */
export interface Disclosure {
  readonly salt: string
  readonly name: string | null
  readonly value: unknown
}

/** Names that no disclosed claim may have (RFC 9901, 4.2.1). */
export const reservedNames: readonly string[] = ['_sd', '...', '_sd_alg']

/** A disclosure as it is sent. */
export function writeDisclosure({ salt, name, value }: Disclosure): string {
  return toBase64Url(JSON.stringify(name === null ? [salt, value] : [salt, name, value]))
}

/** What a sent disclosure says; null when it is none. */
export function readDisclosure(text: string): Disclosure | null {
  const json = fromBase64Url(text)
  if (json === null) return null
  let parts: unknown
  try {
    parts = JSON.parse(json)
  } catch {
    return null
  }
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') return null
  if (parts.length === 2) return { salt: parts[0], name: null, value: parts[1] }
  if (parts.length !== 3 || typeof parts[1] !== 'string') return null
  return { salt: parts[0], name: parts[1], value: parts[2] }
}

/** The digest by which a signed payload speaks of a disclosure. */
export function digestOf(disclosure: string, hash: HashText): string {
  return hash(disclosure)
}
