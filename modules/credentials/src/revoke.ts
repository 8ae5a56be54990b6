import type { Context } from '@tereze/foundation-operations'
import { credentialRevoked, type RevokedBecause } from './contract/index.ts'
import { type CredentialRow, type Meant, updateRevoked } from './store/credentials.ts'
import { updateSigned } from './store/status-lists.ts'

/** Revokes those of the credentials meant that still hold; the next look at their lists shows it. @returns them. */
export async function revoke(meant: Meant, because: RevokedBecause, context: Context): Promise<CredentialRow[]> {
  const revoked = await updateRevoked(context.tx, meant, because, context.now)
  for (const list of new Set(revoked.map(row => row.list))) await updateSigned(context.tx, list, null)
  for (const row of revoked) {
    await context.emit(credentialRevoked, {
      subject: row.id,
      data: { credential: row.id, because },
      onBehalfOf: row.person,
    })
  }
  context.concerns(revoked.map(row => row.person))
  return revoked
}
