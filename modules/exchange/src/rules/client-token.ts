import { verifySignature } from '@tereze/foundation-keys'
import { decodeJwt, decodeProtectedHeader, type JWK } from 'jose'

/** `typ` of the token by which a member's system proves itself. */
export const clientTokenType = 'tereze-client+jwt'

/** How far ahead a token may end, seconds. */
const longest = 300
const skew = 30

/** The key that a token names, before anything is verified; empty when it names none. */
export function kidOfToken(token: string): string {
  try {
    return decodeProtectedHeader(token).kid ?? ''
  } catch {
    return ''
  }
}

/** The member that a token says it is of, before anything is verified; empty when it names none. */
export function memberOfToken(token: string): string {
  try {
    return decodeJwt(token).iss ?? ''
  } catch {
    return ''
  }
}

/** Whether a token was signed by this key, for this member and installation, and holds now. */
export async function isTokenOf(
  token: string,
  expected: { jwk: JWK; member: string; audience: string; now: Date },
): Promise<boolean> {
  const payload = await verifySignature(token, expected.jwk, clientTokenType)
  if (payload === null) return false
  try {
    const { iss, aud, exp } = JSON.parse(payload) as Record<string, unknown>
    const seconds = expected.now.getTime() / 1000
    return (
      iss === expected.member &&
      aud === expected.audience &&
      typeof exp === 'number' &&
      exp > seconds - skew &&
      exp <= seconds + longest + skew
    )
  } catch {
    return false
  }
}
