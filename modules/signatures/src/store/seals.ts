import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** An authority for seals. */
export interface AuthorityRow {
  readonly kid: string
  readonly certificate: Uint8Array
  readonly until: string
}

/** The certificate of a seal. */
export interface SealRow {
  readonly serial: string
  readonly kid: string
  readonly certificate: Uint8Array
  readonly until: string
  readonly revokedAt: string | null
}

/** The installation's authority that lasts longest. */
export function findAuthority(reader: Reader): Promise<AuthorityRow | null> {
  return findRow<AuthorityRow>(
    reader,
    sql`select kid, certificate, until from signatures.authorities where tenant = 'platform' order by until desc limit 1`,
  )
}

/** Keeps an authority unless its key has one. */
export async function insertAuthority(
  tx: Tx,
  added: { kid: string; certificate: Uint8Array; until: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into signatures.authorities (tenant, kid, certificate, until)
        values (${tx.tenant}, ${added.kid}, ${added.certificate}::bytea, ${added.until})
        on conflict (tenant, kid) do nothing`,
  )
}

/** The newest certificate of a seal's key. */
export function findSealOfKey(reader: Reader, tenant: string, kid: string): Promise<SealRow | null> {
  return findRow<SealRow>(
    reader,
    sql`select serial, kid, certificate, until, revoked_at as "revokedAt" from signatures.seals
        where tenant = ${tenant} and kid = ${kid} order by issued_at desc limit 1`,
  )
}

/** A certificate of a seal by its number. */
export function findSeal(reader: Reader, tenant: string, serial: string): Promise<SealRow | null> {
  return findRow<SealRow>(
    reader,
    sql`select serial, kid, certificate, until, revoked_at as "revokedAt" from signatures.seals
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
    sql<KnownSealRow>`select serial, kid, certificate, until, revoked_at as "revokedAt", revoked_because as "revokedBecause"
        from signatures.seals where tenant = ${tenant} order by issued_at desc, serial limit 200`,
  )
}

/** Keeps the certificate of a seal. */
export async function insertSeal(
  tx: Tx,
  added: { serial: string; kid: string; certificate: Uint8Array; until: Date; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into signatures.seals (tenant, serial, kid, certificate, issued_at, until)
        values (${tx.tenant}, ${added.serial}, ${added.kid}, ${added.certificate}::bytea, ${added.now}, ${added.until})`,
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

/** Revoked certificates of all organisations and people, those that have run out too: what they signed before is checked for ever. */
export function listRevoked(reader: Reader): Promise<{ serial: string; revokedAt: string }[]> {
  return rows(
    reader,
    sql<{ serial: string; revokedAt: string }>`select serial, revoked_at as "revokedAt" from signatures.seals
        where revoked_at is not null
        union all select serial, revoked_at from signatures.personal_certificates where revoked_at is not null order by serial`,
  )
}
