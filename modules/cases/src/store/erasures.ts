import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** That the key of a person was erased in an organisation. */
export interface ErasureRow {
  readonly tenant: string
  readonly erasedAt: string
}

/** Keeps that the key of a person was erased, by whom and why. */
export function insertErasure(
  tx: Tx,
  erasure: { readonly person: string; readonly reason: string; readonly by: string; readonly now: Date },
): void {
  post(
    tx,
    sql`insert into cases.erasures (tenant, person, reason, erased_by, erased_at)
      values (${tx.tenant}, ${erasure.person}, ${erasure.reason}, ${erasure.by}, ${erasure.now})`,
  )
}

/** Where keys of a person were erased, the newest first. */
export async function listErasuresOf(reader: Reader, person: string): Promise<ErasureRow[]> {
  return rows(
    reader,
    sql<ErasureRow>`select tenant, erased_at as "erasedAt" from cases.erasures where person = ${person}
      order by erased_at desc, tenant`,
  )
}
