import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** The certificate of a seal. */
export interface SealRow {
  readonly serial: string
  readonly kid: string
  readonly certificate: Uint8Array
  readonly until: string
  readonly revokedAt: string | null
  /** Key of the authority that certified it; null for the first. */
  readonly authority: string | null
}

/** The newest certificate of a seal's key. */
export function findSealOfKey(reader: Reader, tenant: string, kid: string): Promise<SealRow | null> {
  return findRow<SealRow>(
    reader,
    sql`select serial, kid, certificate, until, revoked_at as "revokedAt", authority from signatures.seals
        where tenant = ${tenant} and kid = ${kid} order by issued_at desc limit 1`,
  )
}

/** A certificate of a seal by its number. */
export function findSeal(reader: Reader, tenant: string, serial: string): Promise<SealRow | null> {
  return findRow<SealRow>(
    reader,
    sql`select serial, kid, certificate, until, revoked_at as "revokedAt", authority from signatures.seals
        where tenant = ${tenant} and serial = ${serial}`,
  )
}

/** A certificate that a seal has had. */
export interface KnownSealRow extends SealRow {
  readonly revokedBecause: string | null
}

/** Certificates of an organisation's seal, the newest first, two hundred at most. */
export function listSealsOf(reader: Reader, tenant: string): Promise<KnownSealRow[]> {
  return rows(
    reader,
    sql<KnownSealRow>`select serial, kid, certificate, until, revoked_at as "revokedAt", authority, revoked_because as "revokedBecause"
        from signatures.seals where tenant = ${tenant} order by issued_at desc, serial limit 200`,
  )
}

/** Keeps the certificate of a seal. */
export async function insertSeal(
  tx: Tx,
  added: { serial: string; kid: string; certificate: Uint8Array; authority: string; until: Date; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into signatures.seals (tenant, serial, kid, certificate, authority, issued_at, until)
        values (${tx.tenant}, ${added.serial}, ${added.kid}, ${added.certificate}::bytea, ${added.authority}, ${added.now}, ${added.until})`,
  )
}

/** Revokes a certificate that is not revoked yet. */
export async function updateRevoked(tx: Tx, serial: string, because: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update signatures.seals set revoked_at = ${now}, revoked_because = ${because}
        where tenant = ${tx.tenant} and serial = ${serial} and revoked_at is null`,
  )
}

/** Revoked certificates of an authority, of all organisations and people, those that have run out too: what they signed before is checked for ever. */
export function listRevoked(
  reader: Reader,
  { kid, isFirst }: { readonly kid: string; readonly isFirst: boolean },
): Promise<{ serial: string; revokedAt: string }[]> {
  const certifiedBy = sql`(authority = ${kid} or (authority is null and ${isFirst}::boolean))`
  return rows(
    reader,
    sql<{ serial: string; revokedAt: string }>`select serial, revoked_at as "revokedAt" from signatures.seals
        where revoked_at is not null and ${certifiedBy}
        union all select serial, revoked_at from signatures.personal_certificates
        where revoked_at is not null and ${certifiedBy} order by serial`,
  )
}
