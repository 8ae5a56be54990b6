/** UTF-8 text as base64url without padding (RFC 4648, 5). */
export function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The UTF-8 text of a base64url text; null when it is none. */
export function fromBase64Url(text: string): string | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, sign => sign.charCodeAt(0)))
  } catch {
    return null
  }
}
