import { findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'

/** The certificate of a key that is kept for somebody; the certificate itself is sealed under their key. */
export interface PersonalCertificateRow {
  readonly serial: string
  readonly kid: string
  readonly certificate: Uint8Array
  readonly until: string
  readonly revokedAt: string | null
  /** Key of the authority that certified it; null for the first. */
  readonly authority: string | null
}

/** The newest certificate of an account. */
export function findPersonalCertificate(
  reader: Reader,
  tenant: string,
  account: string,
): Promise<PersonalCertificateRow | null> {
  return findRow<PersonalCertificateRow>(
    reader,
    sql`select serial, kid, certificate, until, revoked_at as "revokedAt", authority from signatures.personal_certificates
        where tenant = ${tenant} and account = ${account} order by issued_at desc limit 1`,
  )
}

/** Keeps a certificate. */
export async function insertPersonalCertificate(
  tx: Tx,
  added: {
    serial: string
    account: string
    kid: string
    certificate: Uint8Array
    authority: string
    until: Date
    now: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into signatures.personal_certificates (tenant, serial, account, kid, certificate, authority, issued_at, until)
        values (${tx.tenant}, ${added.serial}, ${added.account}, ${added.kid}, ${added.certificate}::bytea, ${added.authority},
                ${added.now}, ${added.until})`,
  )
}

/** Revokes a certificate. */
export async function updatePersonalRevoked(tx: Tx, serial: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update signatures.personal_certificates set revoked_at = ${now}
        where tenant = ${tx.tenant} and serial = ${serial} and revoked_at is null`,
  )
}
