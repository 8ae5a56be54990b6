import { respond } from '@tereze/foundation-operations'
import { showAuthorizationServer as definition } from '../contract/index.ts'
import { openIdProvider } from '../openid/provider.ts'

/** The metadata of the OpenID provider at the address that RFC 8414 derives from its name. */
export const showAuthorizationServer = respond(definition, async (_, context) => {
  const provider = context.port(openIdProvider)
  const answer = await provider.fetch(`${provider.issuer}/.well-known/openid-configuration`, {})
  return {
    status: answer.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
    body: await answer.text(),
  }
})
