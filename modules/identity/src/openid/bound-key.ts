import { errors, type ProviderContext } from 'oidc-provider'
import type { AccessTokens } from './access-tokens.ts'

/**
 * The key that a token is bound to when a grant of ours gives it: that of the proof that came along, none without one.
 * @throws errors.InvalidGrant when the proof does not hold, or the client has to send one and did not.
 */
export async function boundKey(
  context: ProviderContext,
  tokens: AccessTokens,
  tokenUrl: string,
): Promise<string | null> {
  const proof = context.headers.dpop
  if (typeof proof !== 'string') {
    if (context.oidc.client.dpopBoundAccessTokens) throw new errors.InvalidGrant('a DPoP proof is missing')
    return null
  }
  const thumbprint = await tokens.takeProof(proof, { method: 'POST', url: tokenUrl, token: null })
  if (thumbprint === null) throw new errors.InvalidGrant('the DPoP proof does not hold')
  return thumbprint
}
