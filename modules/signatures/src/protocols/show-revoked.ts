import { respond } from '@tereze/foundation-operations'
import { isRefused, systemActor } from '@tereze/operation'
import { showRevoked, writeRevoked } from '../contract/index.ts'

/** The list of revoked seals for programs of others. */
export const showRevokedHandler = respond(showRevoked, async (_, context) => {
  const written = await context.call(writeRevoked, {}, { actor: systemActor('signatures', 'platform') })
  if (isRefused(written)) return written
  return {
    status: 200,
    headers: { 'content-type': 'application/pkix-crl', 'cache-control': 'public, max-age=300' },
    body: Buffer.from(written.list, 'base64'),
  }
})
