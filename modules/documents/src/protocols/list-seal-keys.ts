import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { listKeys, listSealKeys } from '../contract/index.ts'

/** The public keys of an organisation's seal as a JWK set. */
export const listSealKeysHandler = respond(listSealKeys, async (request, context) => {
  const found = await context.call(listKeys, { organisation: request.params.organisation ?? '' })
  if (isRefused(found)) return found
  return {
    status: 200,
    headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' },
    body: JSON.stringify({ keys: found.keys }),
  }
})
