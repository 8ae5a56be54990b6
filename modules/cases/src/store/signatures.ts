import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A signature of answers in a case. */
export interface SignatureRow {
  readonly case: string
  readonly task: string
  readonly statement: string
  readonly kind: 'advanced' | 'qualified'
  /** Account of whoever signed. */
  readonly signer: string
  readonly at: string
}

/** Keeps a signature with its case. */
export async function insertSignature(tx: Tx, added: SignatureRow): Promise<void> {
  await run(
    tx,
    sql`insert into cases.signatures (tenant, case_id, task, statement, kind, signer, signed_at)
        values (${tx.tenant}, ${added.case}, ${added.task}, ${added.statement}, ${added.kind}, ${added.signer}, ${added.at})`,
  )
}

/** Signatures of a case, the first first. */
export function listSignatures(reader: Reader, tenant: string, caseId: string): Promise<SignatureRow[]> {
  return rows(
    reader,
    sql<SignatureRow>`select case_id as case, task, statement, kind, signer, signed_at as at from cases.signatures
        where tenant = ${tenant} and case_id = ${caseId} order by signed_at, statement`,
  )
}
