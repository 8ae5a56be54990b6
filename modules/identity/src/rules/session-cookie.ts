import { createHash, randomBytes } from 'node:crypto'

/** Name of the cookie of a session. */
export const sessionCookie = 'tereze_session'

/** What the cookie of a session holds: which one, and the secret that proves it. */
export interface SessionProof {
  readonly session: string
  readonly secretHash: Uint8Array
}

const cookiePattern = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/

/** SHA-256 of a secret. The secret has 256 random bits, so that a slow hash would add nothing. */
function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest()
}

/** A new secret for a session and the value of its cookie. */
export function newSessionCookie(session: string): { value: string; secretHash: Uint8Array } {
  const secret = randomBytes(32).toString('base64url')
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
