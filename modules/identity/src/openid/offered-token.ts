import type { IncomingMessage } from 'node:http'
import { errors, type Provider, type ProviderContext } from 'oidc-provider'
import type { WalletIssuers } from '../ports/wallet-issuers.ts'
import type { AccessTokens } from './access-tokens.ts'
import { hashOfId } from './adapter.ts'
import { boundKey } from './bound-key.ts'
import { offeredGrant } from './client-metadata.ts'
import { keepClaims } from './token-claims.ts'

/** Client of wallets that do not name themselves (OpenID4VCI 1.0, 6.1: anonymous access). */
export const anonymousWallet = 'wallet'

/** For how long a token of an offer lasts, seconds. */
const tokenLife = 600

/**
 * The pre-authorized code flow (OpenID4VCI 1.0, 3.5): whoever has the code of an offer and the number that its person was told gets a token
 * that fetches this one result and does nothing else.
 */
export function registerOfferedToken(
  provider: Provider,
  options: { tokens: () => AccessTokens; issuers: WalletIssuers; tokenUrl: string },
): void {
  const { issuers } = options
  const handler = async (context: ProviderContext): Promise<void> => {
    const { params, client } = context.oidc
    const thumbprint = await boundKey(context, options.tokens(), options.tokenUrl)
    const offer = await issuers.take(String(params['pre-authorized_code'] ?? ''), String(params.tx_code ?? ''))
    if (offer === null) throw new errors.InvalidGrant('the code or the number is not valid')
    const { account, issuer, scope, documents, assurance } = offer
    const grant = new provider.Grant({ accountId: account, clientId: client.clientId })
    grant.addResourceScope(issuer, scope)
    const grantId = await grant.save(tokenLife)
    const token = new provider.AccessToken({
      accountId: account,
      client,
      gty: offeredGrant,
      expiresIn: tokenLife,
      resourceServer: new provider.ResourceServer(issuer, {
        audience: issuer,
        scope,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    })
    token.scope = scope
    if (thumbprint !== null) token.setThumbprint('jkt', thumbprint)
    keepClaims(context, {
      acr: assurance,
      gid: Buffer.from(hashOfId(grantId)).toString('base64url'),
      documents,
    })
    context.body = {
      access_token: await token.save(),
      token_type: token.tokenType,
      expires_in: tokenLife,
      scope,
      authorization_details: await issuers.detailsOf({ account, issuer, scopes: scope.split(' '), documents }),
    }
  }
  provider.registerGrantType(offeredGrant, handler, ['pre-authorized_code', 'tx_code'])
}

/** Gives a request for a token by an offer a client where it names none: such a wallet is one of many that are all the same to us. */
export function nameWallet(request: IncomingMessage & { body?: unknown }): void {
  if (!(request.body instanceof Uint8Array)) return
  const fields = new URLSearchParams(new TextDecoder().decode(request.body))
  if (fields.get('grant_type') !== offeredGrant || fields.has('client_id') || fields.has('client_assertion')) return
  fields.set('client_id', anonymousWallet)
  request.body = Buffer.from(fields.toString())
  request.headers['content-length'] = String(Buffer.byteLength(fields.toString()))
}
