import { respond } from '@tereze/foundation-operations'
import { isRefused, systemActor } from '@tereze/operation'
import { showRevoked, writeRevoked } from '../contract/index.ts'

/** The list of revoked seals for programs of others. */
export const showRevokedHandler = respond(showRevoked, async (request, context) => {
  const named = request.url.searchParams.get('authority')
  const input = named === null ? {} : { authority: named }
  const written = await context.call(writeRevoked, input, { actor: systemActor('signatures', 'platform') })
  if (isRefused(written)) return written
  return {
    status: 200,
    headers: { 'content-type': 'application/pkix-crl', 'cache-control': 'public, max-age=300' },
    body: Buffer.from(written.list, 'base64'),
  }
})
