import type { Reader } from '@tereze/foundation-database'
import type { Authenticator } from '@tereze/foundation-operations'
import { type Actor, anonymous, type Language, type Refused, refuse } from '@tereze/operation'
import { createLocalJWKSet, errors, type JWK, jwtVerify } from 'jose'
import { actorOfAccount } from './actor-of-account.ts'
import { scopeMissing, sessionExpired, tokenInvalid } from './contract/index.ts'
import { apiScope } from './openid/provider.ts'
import type { BearerSystems } from './ports/bearer-systems.ts'
import { sessionCookie } from './rules/session-cookie.ts'
import type { Sessions } from './sessions.ts'

/** What an authenticator is made of. */
export interface AuthenticatorOptions {
  readonly reader: Reader
  readonly sessions: Sessions
  readonly issuer: string
  readonly audience: string
  /** Public keys of our provider. */
  readonly keys: readonly JWK[]
  readonly systems: BearerSystems
  /** Now, in milliseconds since 1970; tokens are judged by the machine's clock unless told. */
  readonly tokenTime?: () => Date
}

/**
 * Tells who asks: by a bearer token of our provider or a system's secret, else by the session's cookie, else nobody.
 * An official is looked up each time: who was dismissed is nobody from that moment.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { reader, sessions, issuer, audience, systems } = options
  const keySet = createLocalJWKSet({ keys: [...options.keys] })

  async function byToken(token: string, language: Language): Promise<Actor | Refused> {
    const system = systems.find(token)
    if (system !== null) return { ...system, language }
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer,
        audience,
        typ: 'at+jwt',
        algorithms: ['ES256'],
        requiredClaims: ['sub', 'exp', 'client_id', 'jti'],
        ...(options.tokenTime === undefined ? {} : { currentDate: options.tokenTime() }),
      })
      if (
        !String(payload.scope ?? '')
          .split(' ')
          .includes(apiScope)
      )
        return refuse(scopeMissing)
      const assurance = payload.acr === 'high' || payload.acr === 'substantial' ? payload.acr : 'low'
      const account = {
        account: payload.sub ?? '',
        session: `token:${payload.jti}`,
        assurance,
        client: String(payload.client_id),
      } as const
      return (await actorOfAccount(reader, account, language)) ?? refuse(tokenInvalid)
    } catch (error) {
      if (error instanceof errors.JOSEError) return refuse(tokenInvalid)
      throw error
    }
  }

  return {
    async authenticate({ headers, cookies, language }) {
      const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
      if (bearer !== undefined) return byToken(bearer, language)
      const session = await sessions.recognise(cookies[sessionCookie])
      if (session === null) return anonymous(language)
      if (session === 'ended') return refuse(sessionExpired)
      return (await actorOfAccount(reader, session, language)) ?? refuse(sessionExpired)
    },
  }
}
