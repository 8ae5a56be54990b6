import { decodeJwt } from 'jose'
import type { ProviderContext } from 'oidc-provider'
import type { WalletIssuers } from '../ports/wallet-issuers.ts'

/**
 * Adds to a token for an issuer what it lets its wallet fetch, by name (OpenID4VCI 1.0, 6.2): a person may have several results of one type,
 * and a scope names only the type.
 */
export function tellDetails(issuers: WalletIssuers) {
  return async (context: ProviderContext, next: () => Promise<void>): Promise<void> => {
    await next()
    const { body } = context
    if (context.oidc?.route !== 'token' || typeof body !== 'object' || body === null) return
    const { access_token: token } = body as { access_token?: unknown }
    if (typeof token !== 'string' || 'authorization_details' in body || token.split('.').length !== 3) return
    const { aud, sub, scope } = decodeJwt(token)
    if (typeof aud !== 'string' || sub === undefined || issuers.scopesOf(aud) === null) return
    const scopes = String(scope ?? '').split(' ')
    const details = await issuers.detailsOf({ account: sub, issuer: aud, scopes, documents: null })
    context.body = { ...body, authorization_details: details }
  }
}
