import type { JWTPayload } from 'jose'
import { errors, type Provider, type ProviderContext } from 'oidc-provider'
import type { AccessTokens } from './access-tokens.ts'
import { boundKey } from './bound-key.ts'
import { tokenExchangeGrant } from './client-metadata.ts'
import { keepClaims } from './token-claims.ts'

/** Type of the only tokens that are exchanged (RFC 8693 §3). */
const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token'
/** Longest chain of clients between a person and an operation. */
const longestChain = 5

/** Who acts, with whom they act for inside (RFC 8693 §4.1). */
interface Acting {
  readonly sub: string
  readonly act?: Acting
}

/** Clients of a token, outermost first: the one that the person used, then each that passed the question on. */
export function clientsOf(payload: JWTPayload): string[] {
  const chain: string[] = []
  for (let act = payload.act as Acting | undefined; act !== undefined; act = act.act) chain.unshift(String(act.sub))
  return chain.length === 0 ? [String(payload.client_id)] : chain
}

/** Claims that a token gets by exchange: whose it is stays, who acts is added in front. */
export function claimsOfExchange(subject: JWTPayload, client: string): Record<string, unknown> {
  const before = (subject.act as Acting | undefined) ?? { sub: String(subject.client_id) }
  return { acr: subject.acr, auth_time: subject.auth_time, gid: subject.gid, act: { sub: client, act: before } }
}

function only(value: unknown, right: string): boolean {
  return value === undefined || value === right
}

/**
 * Token exchange (RFC 8693): a service that was asked with somebody's token asks further in that person's name. The new token ends with the
 * old one and with the same grant, is for the platform only, may do no more, and names the whole chain. Which clients' tokens a client may
 * exchange is registered.
 */
export function registerTokenExchange(
  provider: Provider,
  options: { tokens: () => AccessTokens; now: () => Date; audience: string; scope: string; tokenUrl: string },
): void {
  const { audience, scope } = options
  const handler = async (context: ProviderContext): Promise<void> => {
    const { params, client } = context.oidc
    if (params.actor_token !== undefined || params.actor_token_type !== undefined)
      throw new errors.InvalidRequest('actor_token is not supported: the client itself is the actor')
    if (params.subject_token_type !== accessTokenType || !only(params.requested_token_type, accessTokenType))
      throw new errors.InvalidRequest('only access tokens are exchanged')
    if (!only(params.resource, audience) || !only(params.audience, audience))
      throw new errors.InvalidTarget('unknown resource')
    if (!only(params.scope, scope))
      throw new errors.InvalidScope('requested scope exceeds the token', String(params.scope))
    const tokens = options.tokens()
    const subject = await tokens.read(String(params.subject_token ?? ''))
    if (subject === null || subject.system === true) throw new errors.InvalidGrant('subject_token is not valid here')
    const chain = clientsOf(subject)
    if (!(client.exchanges ?? []).includes(String(subject.client_id)) || chain.length >= longestChain)
      throw new errors.InvalidGrant('subject_token may not be exchanged by this client')
    const thumbprint = await boundKey(context, tokens, options.tokenUrl)
    const left = Math.floor((subject.exp ?? 0) - options.now().getTime() / 1000)
    if (left < 1) throw new errors.InvalidGrant('subject_token is not valid here')
    const token = new provider.AccessToken({
      accountId: subject.sub ?? '',
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
    keepClaims(context, claimsOfExchange(subject, client.clientId))
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
    'actor_token',
    'actor_token_type',
    'resource',
    'audience',
    'scope',
  ])
}
