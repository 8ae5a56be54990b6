import type { Database } from '@tereze/foundation-database'
import type { Clock } from '@tereze/foundation-operations'
import { createLocalJWKSet, errors, type JWK, type JWTPayload, jwtVerify } from 'jose'
import { platform } from '../platform.ts'
import { deletePayload, findPayload, insertUse } from '../store/openid.ts'
import { hashOfId } from './adapter.ts'
import { checkDpopProof, proofLife } from './dpop-proof.ts'

/** How an access token came: bare, or with the proof of whoever holds its key. */
export type TokenUse =
  | { readonly scheme: 'bearer' }
  | { readonly scheme: 'dpop'; readonly proof: string; readonly method: string; readonly url: string }

/** The access tokens that our provider gave for the platform (RFC 9068). */
export interface AccessTokens {
  /**
   * Claims of a token that is ours, for the platform or for the issuer of credentials named as `audience`, and not taken back; null
   * otherwise. Says nothing of who may use it.
   */
  read(token: string, audience?: string): Promise<JWTPayload | null>
  /** The same, when whoever sent it may use it: a bound token only with a fresh proof of its key, an unbound one only without. */
  accept(token: string, use: TokenUse, audience?: string): Promise<JWTPayload | null>
  /** Takes the grant of a token back, with all tokens and refresh tokens that came of it. */
  endGrant(payload: JWTPayload): Promise<void>
  /** The thumbprint of the key of a proof that holds and never came before; null otherwise. */
  takeProof(proof: string, about: { method: string; url: string; token: string | null }): Promise<string | null>
}

/** What they are read with. */
export interface AccessTokensOptions {
  readonly database: Database
  readonly clock: Clock
  readonly issuer: string
  readonly audience: string
  /** Public keys of our provider. */
  readonly keys: readonly JWK[]
  /** Now; tokens are judged by the machine's clock unless told. */
  readonly tokenTime?: () => Date
}

function boundTo(payload: JWTPayload): string | null {
  const { cnf } = payload
  const thumbprint = typeof cnf === 'object' && cnf !== null && 'jkt' in cnf ? cnf.jkt : null
  return typeof thumbprint === 'string' ? thumbprint : null
}

/** Of the scopes of a token those that its grant gives now: what a person gave less of is less at once. */
function stillGiven({ scope }: JWTPayload, grant: Readonly<Record<string, unknown>>, audience: string): string {
  const { resources } = grant as { resources?: Readonly<Record<string, string>> }
  const given = new Set((resources?.[audience] ?? '').split(' '))
  return String(scope ?? '')
    .split(' ')
    .filter(each => given.has(each))
    .join(' ')
}

/** Reads access tokens. A grant that was taken back takes its tokens with it at once, whatever they say of their end. */
export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { database, clock, issuer, audience } = options
  const keySet = createLocalJWKSet({ keys: [...options.keys] })
  const now = () => (options.tokenTime === undefined ? {} : { currentDate: options.tokenTime() })

  async function read(token: string, of: string = audience): Promise<JWTPayload | null> {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer,
        audience: of,
        typ: 'at+jwt',
        algorithms: ['ES256'],
        requiredClaims: ['sub', 'exp', 'client_id', 'jti'],
        ...now(),
      })
      if (typeof payload.gid !== 'string') return payload.system === true ? payload : null
      const grant = await findPayload(database, platform, 'Grant', Buffer.from(payload.gid, 'base64url'))
      return grant === null ? null : { ...payload, scope: stillGiven(payload, grant.payload, of) }
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }

  async function takeProof(
    proof: string,
    about: { method: string; url: string; token: string | null },
  ): Promise<string | null> {
    const held = await checkDpopProof(proof, { ...about, ...(options.tokenTime && { now: options.tokenTime() }) })
    if (held === null) return null
    const id = hashOfId(`${held.thumbprint} ${held.id}`)
    const until = new Date(clock.now().getTime() + 2 * proofLife * 1000)
    const first = await database.transaction(platform, tx => insertUse(tx, 'DpopProof', id, until))
    return first ? held.thumbprint : null
  }

  return {
    read,
    takeProof,
    async endGrant({ gid }) {
      const grant = Buffer.from(String(gid), 'base64url')
      await database.transaction(platform, tx => deletePayload(tx, 'Grant', grant))
    },
    async accept(token, use, of) {
      const payload = await read(token, of)
      if (payload === null) return null
      const bound = boundTo(payload)
      if (use.scheme === 'bearer') return bound === null ? payload : null
      if (bound === null) return null
      return (await takeProof(use.proof, { ...use, token })) === bound ? payload : null
    },
  }
}
