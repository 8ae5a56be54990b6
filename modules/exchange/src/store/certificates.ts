import { findRow, getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { JWK } from 'jose'

/** Why a certificate is not good now; null when it is. */
export type CertificateState = 'revoked' | 'expired' | 'not-yet-valid' | null

/** A certificate of a member's key. */
export interface CertificateRow {
  readonly authority: string
  readonly serial: string
  readonly kid: string
  /** Null: the key that the installation keeps for the member. */
  readonly system: string | null
  readonly jwk: JWK
  readonly certificate: string
  readonly chain: string
  readonly from: string
  readonly until: string
  readonly state: CertificateState
  readonly why: string | null
}

/** An authority whose certificates are taken. */
export interface AuthorityRow {
  readonly id: string
  readonly subject: string
  readonly certificate: string
  readonly until: string
  readonly revoked: readonly string[]
  readonly revocationsUntil: string | null
}

/** How a certificate `c` with its authority `a` stands at a moment. */
export function stateOf(now: Date) {
  return sql`case when c.revoked_at is not null or c.serial = any(a.revoked) then 'revoked'
    when c.valid_from > ${now} then 'not-yet-valid' when c.valid_until <= ${now} then 'expired' end`
}

/** Certificates of a member, newest first; only of one key when it is given. */
export async function listCertificateRows(
  reader: Reader,
  member: string,
  operator: string,
  now: Date,
  kid: string | null = null,
): Promise<CertificateRow[]> {
  return rows(
    reader,
    sql<CertificateRow>`select c.authority, c.serial, c.kid, c.system, c.jwk, c.certificate, c.chain, c.valid_from as from,
        c.valid_until as until, c.revoked_why as why, ${stateOf(now)} as state
      from exchange.certificates c left join exchange.authorities a on a.tenant = ${operator} and a.id = c.authority
      where c.tenant = ${member} and (${kid}::text is null or c.kid = ${kid})
      order by c.issued_at desc, c.serial limit 200`,
  )
}

/** Keeps a certificate; the same again changes nothing. Gives the system whose certificate it is. */
export async function insertCertificate(
  tx: Tx,
  row: Omit<CertificateRow, 'state' | 'why' | 'from' | 'until'> & { from: Date; until: Date; now: Date },
): Promise<string | null> {
  const kept = await getRow(
    tx,
    sql<{ system: string | null }>`insert into exchange.certificates
        (tenant, authority, serial, kid, system, jwk, certificate, chain, valid_from, valid_until, issued_at)
      values (${tx.tenant}, ${row.authority}, ${row.serial}, ${row.kid}, ${row.system}, ${JSON.stringify(row.jwk)}::jsonb,
        ${row.certificate}, ${row.chain}, ${row.from}, ${row.until}, ${row.now})
      on conflict (tenant, authority, serial) do update set serial = excluded.serial returning system`,
  )
  return kept.system
}

/** The system that a key of a member is certified for; undefined when it is for none. */
export async function findCertifiedSystem(reader: Reader, member: string, kid: string) {
  const row = await findRow(
    reader,
    sql<{ system: string | null }>`select system from exchange.certificates
      where tenant = ${member} and kid = ${kid} order by issued_at desc limit 1`,
  )
  return row?.system
}

/** Takes back a certificate; null when there is none that was good, else the key that it certified. */
export async function revokeCertificateRow(
  tx: Tx,
  serial: string,
  now: Date,
  why: string,
): Promise<{ kid: string; system: string | null } | null> {
  return findRow(
    tx,
    sql<{
      kid: string
      system: string | null
    }>`update exchange.certificates set revoked_at = ${now}, revoked_why = ${why}
      where tenant = ${tx.tenant} and serial = ${serial} and revoked_at is null returning kid, system`,
  )
}

/** Takes back every certificate of a key; how many. */
export function revokeCertificatesOfKey(tx: Tx, kid: string, now: Date, why: string): Promise<number> {
  return run(
    tx,
    sql`update exchange.certificates set revoked_at = ${now}, revoked_why = ${why}
      where tenant = ${tx.tenant} and kid = ${kid} and revoked_at is null`,
  )
}

/** What an authority certified and somebody took back, of all members, while it would still be good. */
export async function listRevokedSerials(
  reader: Reader,
  authority: string,
  now: Date,
): Promise<{ serial: string; at: string }[]> {
  return rows(
    reader,
    sql<{ serial: string; at: string }>`select serial, revoked_at as at from exchange.certificates
      where authority = ${authority} and revoked_at is not null and valid_until > ${now} order by serial`,
  )
}

/** The authorities whose certificates are taken. */
export async function listAuthorityRows(reader: Reader, operator: string): Promise<AuthorityRow[]> {
  return rows(
    reader,
    sql<AuthorityRow>`select id, subject, certificate, valid_until as until, revoked, revocations_until as "revocationsUntil"
      from exchange.authorities where tenant = ${operator} order by id`,
  )
}

/** Trusts an authority, or changes what is known of it; revoked serials are replaced only by a newer list. */
export function upsertAuthority(
  tx: Tx,
  authority: Pick<AuthorityRow, 'id' | 'subject' | 'certificate'> & {
    until: Date
    revocations: { serials: readonly string[]; until: Date | null } | null
    now: Date
    by: string
  },
): void {
  const { id, subject, certificate, until, revocations, now, by } = authority
  const revoked = revocations === null ? null : [...revocations.serials]
  post(
    tx,
    sql`insert into exchange.authorities (tenant, id, subject, certificate, valid_until, revoked, revocations_until, added_at, added_by)
      values (${tx.tenant}, ${id}, ${subject}, ${certificate}, ${until}, coalesce(${revoked}::text[], '{}'),
        ${revocations?.until ?? null}, ${now}, ${by})
      on conflict (tenant, id) do update set subject = excluded.subject, certificate = excluded.certificate,
        valid_until = excluded.valid_until, revoked = coalesce(${revoked}::text[], exchange.authorities.revoked),
        revocations_until = coalesce(excluded.revocations_until, exchange.authorities.revocations_until)`,
  )
}
