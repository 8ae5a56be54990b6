import { canonicalJson, sha256 } from '@tereze/foundation-keys'

/** A text in the one form that JSON has (RFC 8785), and its SHA-256 in hexadecimal: what is agreed to and signed. */
export function contentOf(regulation: unknown): { readonly text: string; readonly content: string } {
  const text = canonicalJson(regulation)
  return { text, content: Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex') }
}
