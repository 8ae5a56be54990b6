import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A document whose file is to be stamped again. */
export interface RenewalRow {
  readonly tenant: string
  readonly id: string
  readonly picture: string
}

/** Documents whose files are to be stamped again now, of whatever organisation. */
export function listRenewals(reader: Reader, now: Date, limit: number): Promise<RenewalRow[]> {
  return rows(
    reader,
    sql<RenewalRow>`select tenant, id, picture from documents.documents
        where renew_at <= ${now} and picture is not null order by renew_at limit ${limit}`,
  )
}

/** Looks at a document's file again later; null: never. What was kept meanwhile says itself when. */
export async function updateRenewal(
  tx: Tx,
  { id, picture }: Pick<RenewalRow, 'id' | 'picture'>,
  renewAt: Date | null,
): Promise<void> {
  await run(
    tx,
    sql`update documents.documents set renew_at = ${renewAt}
        where tenant = ${tx.tenant} and id = ${id} and picture = ${picture}`,
  )
}

/** When the next file is to be stamped again. */
export const dueRenewal = sql<Due>`select min(renew_at) as at from documents.documents where renew_at is not null`
