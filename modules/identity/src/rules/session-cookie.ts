import { createHash } from 'node:crypto'

/** Name of the cookie of a session. */
export const sessionCookie = 'tereze_session'

/** What the cookie of a session holds: which one, and the secret that proves it. */
export interface SessionProof {
  readonly session: string
  readonly secretHash: Uint8Array
}

const cookiePattern = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/

/** SHA-256 of a secret. The secret has 258 random bits, so that a slow hash would add nothing. */
function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest()
}

/** Letters of a secret (base64url), and how many of them: 258 random bits. */
export const secretLetters = {
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  length: 43,
} as const

/** The value of the cookie of a session and its secret, and what is kept of the secret. */
export function newSessionCookie(session: string, secret: string): { value: string; secretHash: Uint8Array } {
  return { value: `${session.replace(/^session_/, '')}.${secret}`, secretHash: hashOf(secret) }
}

/** Reads the value of a session's cookie; null when it is none. */
export function readSessionCookie(value: string | undefined): SessionProof | null {
  const match = value === undefined ? null : cookiePattern.exec(value)
  if (!match?.[1] || !match[2]) return null
  return { session: `session_${match[1]}`, secretHash: hashOf(match[2]) }
}

/** Set-Cookie of a session: for this origin only, out of reach of scripts, sent along when a link leads here. */
export function setSessionCookie(value: string, secure: boolean): string {
  return `${sessionCookie}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Set-Cookie that takes the session's cookie away. */
export function clearSessionCookie(secure: boolean): string {
  return `${setSessionCookie('', secure)}; Max-Age=0`
}
