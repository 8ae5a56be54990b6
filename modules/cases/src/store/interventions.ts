import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** What somebody who operates processes did. */
export type InterventionKind =
  | 'retry'
  | 'change-data'
  | 'move'
  | 'add'
  | 'cancel-token'
  | 'suspend'
  | 'resume'
  | 'cancel'
  | 'migrate'

/** One such deed as it is stored. */
export interface InterventionRow {
  readonly id: string
  readonly instance: string | null
  readonly kind: InterventionKind
  /** The node, pointer or version that it was about. */
  readonly element: string | null
  readonly official: string
  readonly batch: string | null
  readonly reason: string
  /** Values before and after, sealed under the applicant's key; null where there are none. */
  readonly sealed: Buffer | null
  readonly at: string
}

/** Keeps a deed, after those that are there. */
export async function insertIntervention(
  tx: Tx,
  caseId: string,
  row: Omit<InterventionRow, 'sealed'> & { readonly sealed: Uint8Array | null },
): Promise<void> {
  await run(
    tx,
    sql`insert into cases.interventions (tenant, id, case_id, ordinal, instance, kind, element, official, batch, reason, sealed, at)
      values (${tx.tenant}, ${row.id}, ${caseId},
        (select coalesce(max(ordinal), 0) + 1 from cases.interventions where tenant = ${tx.tenant} and case_id = ${caseId}),
        ${row.instance}, ${row.kind}, ${row.element}, ${row.official}, ${row.batch},
        ${row.reason}, ${row.sealed === null ? null : Buffer.from(row.sealed)}, ${row.at})`,
  )
}

/** Deeds in a case, the first first. */
export async function listInterventionsOfCase(
  reader: Reader,
  tenant: string,
  caseId: string,
): Promise<InterventionRow[]> {
  return rows(
    reader,
    sql<InterventionRow>`select id, instance, kind, element, official, batch, reason, sealed, at from cases.interventions
      where tenant = ${tenant} and case_id = ${caseId} order by ordinal`,
  )
}
