import type { Reader } from '@tereze/foundation-database'
import type { Authenticator, Clock, Credentials } from '@tereze/foundation-operations'
import { type Actor, anonymous, type Refused, refuse } from '@tereze/operation'
import { actorOfAccount } from './actor-of-account.ts'
import { apiScopesIn, scopeMissing, sessionExpired, tokenInvalid, walletScope } from './contract/index.ts'
import type { AccessTokens } from './openid/access-tokens.ts'
import { actingBy, clientsOf } from './openid/acting-chain.ts'
import { platform } from './platform.ts'
import type { BearerSystems } from './ports/bearer-systems.ts'
import type { WalletIssuers } from './ports/wallet-issuers.ts'
import { sessionCookie } from './rules/session-cookie.ts'
import type { Sessions } from './sessions.ts'
import { findClient } from './store/clients.ts'

/** What an authenticator is made of. */
export interface AuthenticatorOptions {
  readonly reader: Reader
  readonly clock: Clock
  readonly sessions: Sessions
  readonly tokens: AccessTokens
  readonly systems: BearerSystems
  readonly issuers: WalletIssuers
  /** The origin that people type: what a proof of a key has to be about. */
  readonly origin: string
}

/**
 * Tells who asks: by an access token of our provider or a system's secret, else by the session's cookie, else nobody.
 * An official or a client is looked up each time: who was dismissed is nobody from that moment.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { reader, clock, sessions, tokens, systems, issuers, origin } = options

  async function byToken(token: string, proof: string | null, credentials: Credentials): Promise<Actor | Refused> {
    const { language, method, path } = credentials
    const system = proof === null ? systems.find(token) : null
    if (system !== null) return { ...system, language }
    // A wallet's token opens its issuer and nothing else, and no other token opens an issuer.
    const issuer = issuers.issuerAt(path)
    const payload = await tokens.accept(
      token,
      proof === null ? { scheme: 'bearer' } : { scheme: 'dpop', proof, method, url: `${origin}${path}` },
      issuer ?? undefined,
    )
    if (payload === null) return refuse(tokenInvalid)
    const given = String(payload.scope ?? '').split(' ')
    if (issuer !== null && !issuers.scopesOf(issuer)?.some(scope => given.includes(scope))) return refuse(scopeMissing)
    const scopes = issuer === null ? apiScopesIn(payload.scope) : [walletScope]
    if (payload.system === true) {
      const client = await findClient(reader, platform, String(payload.client_id))
      if (client === null || !client.grants.includes('system')) return refuse(tokenInvalid)
      const { organisation, roles } = client
      return { kind: 'system', id: `client:${client.client}`, organisation, roles, language, clients: [], scopes }
    }
    const assurance = payload.acr === 'high' || payload.acr === 'substantial' ? payload.acr : 'low'
    const account = {
      ...actingBy(payload),
      session: `token:${payload.jti}`,
      assurance,
      clients: clientsOf(payload),
      scopes,
    } as const
    return (await actorOfAccount(reader, account, language, clock.now())) ?? refuse(tokenInvalid)
  }

  return {
    async authenticate(credentials) {
      const { headers, cookies, language } = credentials
      const [, scheme = '', token] = /^(Bearer|DPoP) +(\S+)$/i.exec(headers.authorization ?? '') ?? []
      if (token !== undefined) {
        return byToken(token, scheme.toLowerCase() === 'dpop' ? (headers.dpop ?? '') : null, credentials)
      }
      const session = await sessions.recognise(cookies[sessionCookie])
      if (session === null) return anonymous(language)
      if (session === 'ended') return refuse(sessionExpired)
      const account = { ...session, clients: [session.client] }
      return (await actorOfAccount(reader, account, language, clock.now())) ?? refuse(sessionExpired)
    },
  }
}
