import { createHmac, timingSafeEqual } from 'node:crypto'
import { port } from '@tereze/operation'

/** Tokens that prove that a form came from a page of ours: nobody else can read one or make one (OWASP, HMAC-based token pattern). */
export interface FormTokens {
  /** The token of a session, or of a sign-in that is under way (`interaction:…`). */
  tokenOf(subject: string): string
  isTokenOf(subject: string, token: string): boolean
}
/** Bound by `createIdentity`. */
export const formTokens = port<FormTokens>('identity.form-tokens')

/** Form tokens under a secret of the platform. */
export function createFormTokens(secret: Uint8Array): FormTokens {
  const macOf = (subject: string) => createHmac('sha256', secret).update(`form ${subject}`).digest()
  return {
    tokenOf: subject => macOf(subject).toString('base64url'),
    isTokenOf(subject, token) {
      const given = Buffer.from(token, 'base64url')
      const right = macOf(subject)
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}
