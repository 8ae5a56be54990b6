import { findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'

/** Keeps which system filed a case; once is enough. */
export async function insertFiling(tx: Tx, filing: { caseId: string; client: string; now: Date }): Promise<void> {
  await run(
    tx,
    sql`insert into cases.filings (tenant, case_id, client, filed_at)
      values (${tx.tenant}, ${filing.caseId}, ${filing.client}, ${filing.now})
      on conflict on constraint filings_pk do nothing`,
  )
}

/** Whether a system filed a case. */
export async function findFiling(reader: Reader, tenant: string, caseId: string, client: string): Promise<boolean> {
  const found = await findRow(
    reader,
    sql<{ client: string }>`select client from cases.filings
      where tenant = ${tenant} and case_id = ${caseId} and client = ${client}`,
  )
  return found !== null
}
