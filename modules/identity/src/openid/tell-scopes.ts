import type { ProviderContext } from 'oidc-provider'
import { apiScopes } from '../contract/index.ts'
import type { AccessTokens } from './access-tokens.ts'

/** The client that proved itself may learn of a token: its own, or one of those that it may exchange. */
function mayLearn({ client }: ProviderContext['oidc'], of: unknown): boolean {
  return of === client.clientId || (client.exchanges ?? []).includes(String(of))
}

/**
 * Tells what scopes there are (RFC 8414, 2) and what a token of ours opens (RFC 7662, 2.2), and takes one back with its grant (RFC 7009, 2.1):
 * the provider keeps no access tokens that are signed, and refuses to speak of them after it has checked who asks.
 */
export function tellScopes(tokens: () => AccessTokens) {
  return async (context: ProviderContext, next: () => Promise<void>): Promise<void> => {
    await next()
    const { body, oidc } = context
    if (typeof body !== 'object' || body === null) return
    if (oidc?.route === 'discovery' && 'scopes_supported' in body)
      context.body = { ...body, scopes_supported: [...(body.scopes_supported as string[]), ...apiScopes] }
    if (!('error' in body) || body.error !== 'unsupported_token_type') return
    if (oidc?.route !== 'introspection' && oidc?.route !== 'revocation') return
    const payload = await tokens().read(String(oidc.params.token ?? ''))
    if (oidc.route === 'revocation') {
      // One that was exchanged rests on the grant of another: it ends with that, and soon by itself.
      if (payload !== null && (payload.client_id !== oidc.client.clientId || 'act' in payload)) return
      if (typeof payload?.gid === 'string') await tokens().endGrant(payload)
      context.status = 200
      context.body = ''
      return
    }
    const known = payload !== null && mayLearn(oidc, payload.client_id)
    context.status = 200
    if (!known) context.body = { active: false }
    else {
      const { sub, client_id, scope, aud, iss, exp, iat, cnf, act } = payload
      const token_type = cnf === undefined ? 'Bearer' : 'DPoP'
      context.body = { active: true, sub, client_id, scope, aud, iss, exp, iat, token_type, cnf, act }
    }
  }
}
