import type { JWTPayload } from 'jose'
import { errors, type Provider, type ProviderContext } from 'oidc-provider'
import { actingScope, apiScopesIn } from '../contract/index.ts'
import type { AccessTokens } from './access-tokens.ts'
import { type Acting, actingBy, clientsOf } from './acting-chain.ts'
import { boundKey } from './bound-key.ts'
import { tokenExchangeGrant } from './client-metadata.ts'
import { keepClaims } from './token-claims.ts'

/** Type of the only tokens that are exchanged (RFC 8693 §3). */
const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token'
/** Longest chain of clients between a person and an operation. */
const longestChain = 5

/** Claims that a token gets by exchange: who acts is added in front. `person`: who acts for the new token's subject, when they are not the same. */
export function claimsOfExchange(subject: JWTPayload, client: string, person: string | null): Record<string, unknown> {
  const { acr, auth_time, gid, act, client_id } = subject
  const before = act as Acting | undefined
  const own = String(client_id)
  const inner: Acting | undefined = person === null ? before : withPerson(before, person)
  const chain = before === undefined && own !== client ? { sub: own, ...(inner && { act: inner }) } : inner
  return { acr, auth_time, gid, act: { sub: client, ...(chain && { act: chain }) } }
}

/** A chain with a person as its first. */
function withPerson(chain: Acting | undefined, person: string): Acting {
  return chain === undefined ? { sub: person } : { sub: chain.sub, act: withPerson(chain.act, person) }
}

/** What a token by exchange opens: no more than the one before and than the client is registered with; null for more, and for nothing. */
export function scopeOfExchange(held: readonly string[], opens: readonly string[], wanted: unknown): string | null {
  const most = held.filter(scope => opens.includes(scope))
  const asked = wanted === undefined ? most : [...new Set(String(wanted).split(' '))]
  return asked.length > 0 && asked.every(scope => most.includes(scope)) ? asked.join(' ') : null
}

function only(value: unknown, right: string): boolean {
  return value === undefined || value === right
}

/**
 * Token exchange (RFC 8693): a service that was asked with somebody's token asks further in that person's name. The new token ends with the
 * old one and with the same grant, is for the platform only, may do no more, and names the whole chain. Which clients' tokens a client may
 * exchange is registered. With `requested_subject` the person acts for somebody else by the new token: whoever that is has to be one of those
 * for whom they may act today, and each use of the token is judged anew; for that a client may exchange its own token.
 */
export function registerTokenExchange(
  provider: Provider,
  options: {
    tokens: () => AccessTokens
    now: () => Date
    audience: string
    tokenUrl: string
    mayActFor: (person: string, principal: string) => Promise<boolean>
  },
): void {
  const { audience } = options
  const handler = async (context: ProviderContext): Promise<void> => {
    const { params, client } = context.oidc
    if (params.actor_token !== undefined || params.actor_token_type !== undefined)
      throw new errors.InvalidRequest('actor_token is not supported: the client itself is the actor')
    if (params.subject_token_type !== accessTokenType || !only(params.requested_token_type, accessTokenType))
      throw new errors.InvalidRequest('only access tokens are exchanged')
    if (!only(params.resource, audience) || !only(params.audience, audience))
      throw new errors.InvalidTarget('unknown resource')
    const tokens = options.tokens()
    const subject = await tokens.read(String(params.subject_token ?? ''))
    if (subject === null || subject.system === true) throw new errors.InvalidGrant('subject_token is not valid here')
    const chain = clientsOf(subject)
    const principal = params.requested_subject === undefined ? null : String(params.requested_subject)
    const own = principal !== null && subject.client_id === client.clientId
    if ((!own && !(client.exchanges ?? []).includes(String(subject.client_id))) || chain.length >= longestChain)
      throw new errors.InvalidGrant('subject_token may not be exchanged by this client')
    const held = apiScopesIn(subject.scope)
    const scope = scopeOfExchange(held, client.opens ?? [], params.scope)
    if (scope === null) throw new errors.InvalidScope('requested scope exceeds the token', String(params.scope ?? ''))
    if (principal !== null && !held.includes(actingScope))
      throw new errors.InvalidScope('the person did not let the application act for others', actingScope)
    const { account, onBehalfOf } = actingBy(subject)
    if (principal !== null && (onBehalfOf !== null || !(await options.mayActFor(account, principal))))
      throw new errors.InvalidGrant('the person may not act for the requested subject')
    const thumbprint = await boundKey(context, tokens, options.tokenUrl)
    const left = Math.floor((subject.exp ?? 0) - options.now().getTime() / 1000)
    if (left < 1) throw new errors.InvalidGrant('subject_token is not valid here')
    const token = new provider.AccessToken({
      accountId: principal ?? subject.sub ?? '',
      client,
      gty: tokenExchangeGrant,
      expiresIn: left,
      resourceServer: new provider.ResourceServer(audience, {
        audience,
        scope,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    })
    token.scope = scope
    if (thumbprint !== null) token.setThumbprint('jkt', thumbprint)
    keepClaims(context, claimsOfExchange(subject, client.clientId, principal === null ? null : account))
    context.body = {
      access_token: await token.save(),
      issued_token_type: accessTokenType,
      token_type: token.tokenType,
      expires_in: left,
      scope,
    }
  }
  provider.registerGrantType(tokenExchangeGrant, handler, [
    'subject_token',
    'subject_token_type',
    'requested_token_type',
    'requested_subject',
    'actor_token',
    'actor_token_type',
    'resource',
    'audience',
    'scope',
  ])
}
