import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A certificate of user testing as it is kept. */
export interface CertificateRow {
  readonly id: string
  readonly revision: number
  readonly basis: string
  readonly passed: boolean
  readonly tried: string
  readonly found: string
  readonly testers: number
  readonly by: string
  readonly at: string
}

/** Keeps a certificate; none is ever changed. */
export async function insertCertificate(
  tx: Tx,
  one: Omit<CertificateRow, 'at'> & { readonly draft: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.certificates (tenant, id, draft, revision, basis, passed, tried, found, testers, by, at)
      values (${tx.tenant}, ${one.id}, ${one.draft}, ${one.revision}, ${one.basis}, ${one.passed}, ${one.tried}, ${one.found},
        ${one.testers}, ${one.by}, ${one.now})`,
  )
}

/** The certificates of a draft, the newest first. */
export function listCertificates(reader: Reader, organisation: string, draft: string): Promise<CertificateRow[]> {
  return rows(
    reader,
    sql<CertificateRow>`select id, revision, basis, passed, tried, found, testers, by, at from studio.certificates
      where tenant = ${organisation} and draft = ${draft} order by at desc, id limit 50`,
  )
}
