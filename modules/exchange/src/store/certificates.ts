import { findRow, getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { JWK } from 'jose'
import type { TrustedAuthority } from '../contract/authority.ts'
import type { RevocationCheck } from '../contract/revocation.ts'

/** Why a certificate is not good now; null when it is. */
export type CertificateState = 'revoked' | 'untrusted' | 'expired' | 'not-yet-valid' | 'unknown' | null

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
  /** What is said of it, or of the one on its way of which least is known; null where nobody is asked. */
  readonly check: RevocationCheck | null
}

/** A certificate that is added. */
export interface AddedCertificate extends Omit<CertificateRow, 'state' | 'why' | 'check' | 'from' | 'until'> {
  readonly from: Date
  readonly until: Date
  readonly now: Date
  /** It and those between it and its outside authority (`linksOf`); of the last of them the serial number. */
  readonly links?: readonly string[]
  readonly topSerial?: string
}

/** An authority whose certificates are taken. */
export interface AuthorityRow {
  readonly id: string
  readonly subject: string
  readonly certificate: string
  readonly until: string
  readonly revoked: readonly string[]
  readonly revocationsUntil: string | null
  readonly addresses: { readonly list: string | null; readonly ocsp: string | null }
  readonly whenUnknown: 'take' | 'refuse'
  /** Since when it is trusted no more, and why. */
  readonly untrusted: { readonly since: string; readonly why: string } | null
}

/** Whether of one on the way of a certificate `c` to its authority `a` nobody knows now whether it was taken back. */
export function isUnknown(now: Date) {
  return sql`exists (select from unnest(c.links) with ordinality as l (link, place)
    left join exchange.revocation_checks k on k.tenant = c.tenant and k.link = l.link
    where coalesce(k.good_until <= ${now}, true)
      and (l.place < cardinality(c.links) or coalesce(a.revocations_until <= ${now}, true)))`
}

/** Whether its authority took a certificate `c`, or one on its way, back: by what it was asked, or by the list that an operator brought. */
export function isTakenBack() {
  return sql`(coalesce(c.top_serial, c.serial) = any(a.revoked) or exists (select from exchange.revocation_checks k
    where k.tenant = c.tenant and k.link = any(c.links) and k.status = 'revoked'))`
}

/** How a certificate `c` with its authority `a` stands at a moment. */
export function stateOf(now: Date) {
  return sql`case when c.revoked_at is not null or ${isTakenBack()} then 'revoked'
    when a.untrusted_at is not null then 'untrusted'
    when c.valid_from > ${now} then 'not-yet-valid'
    when least(c.valid_until, a.valid_until) <= ${now} then 'expired'
    when a.when_unknown = 'refuse' and ${isUnknown(now)} then 'unknown' end`
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
        c.valid_until as until, coalesce(c.revoked_why, a.untrusted_why) as why, ${stateOf(now)} as state,
        (select jsonb_build_object('saidAt', k.said_at, 'until', k.good_until, 'fault', k.fault, 'since', k.failing_since, 'status',
            case when k.status = 'revoked' then 'revoked' when k.good_until > ${now} then 'good' else 'unknown' end)
          from exchange.revocation_checks k where k.tenant = c.tenant and k.link = any(c.links)
          order by coalesce(k.status = 'revoked', false) desc, k.good_until nulls first limit 1) as "check"
      from exchange.certificates c left join exchange.authorities a on a.tenant = ${operator} and a.id = c.authority
      where c.tenant = ${member} and (${kid}::text is null or c.kid = ${kid})
      order by c.issued_at desc, c.serial limit 200`,
  )
}

/** Keeps a certificate; the same again changes nothing. Gives the system whose certificate it is. */
export async function insertCertificate(tx: Tx, row: AddedCertificate): Promise<string | null> {
  const kept = await getRow(
    tx,
    sql<{ system: string | null }>`insert into exchange.certificates
        (tenant, authority, serial, kid, system, jwk, certificate, chain, valid_from, valid_until, issued_at, links, top_serial)
      values (${tx.tenant}, ${row.authority}, ${row.serial}, ${row.kid}, ${row.system}, ${JSON.stringify(row.jwk)}::jsonb,
        ${row.certificate}, ${row.chain}, ${row.from}, ${row.until}, ${row.now},
        ${row.links ?? []}::text[], ${row.topSerial ?? null})
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
    sql<AuthorityRow>`select id, subject, certificate, valid_until as until, revoked, revocations_until as "revocationsUntil",
        jsonb_build_object('list', list_address, 'ocsp', ocsp_address) as addresses, when_unknown as "whenUnknown",
        case when untrusted_at is not null then jsonb_build_object('since', untrusted_at, 'why', untrusted_why) end as untrusted
      from exchange.authorities where tenant = ${operator} order by id`,
  )
}

/** Trusts an authority, or changes what is known of it: only what is given; revoked serials are replaced only by a newer list. */
export function upsertAuthority(
  tx: Tx,
  authority: Pick<AuthorityRow, 'id' | 'subject' | 'certificate'> & {
    until: Date
    revocations: { serials: readonly string[]; until: Date | null } | null
    addresses?: AuthorityRow['addresses'] | undefined
    whenUnknown?: AuthorityRow['whenUnknown'] | undefined
    now: Date
    by: string
  },
): void {
  const { id, subject, certificate, until, revocations, addresses, whenUnknown = null, now, by } = authority
  const { list = null, ocsp = null } = addresses ?? {}
  const revoked = revocations === null ? null : [...revocations.serials]
  post(
    tx,
    sql`insert into exchange.authorities (tenant, id, subject, certificate, valid_until, revoked, revocations_until, added_at, added_by,
        list_address, ocsp_address, when_unknown)
      values (${tx.tenant}, ${id}, ${subject}, ${certificate}, ${until}, coalesce(${revoked}::text[], '{}'),
        ${revocations?.until ?? null}, ${now}, ${by}, ${list}, ${ocsp}, coalesce(${whenUnknown}, 'take'))
      on conflict (tenant, id) do update set untrusted_at = null, untrusted_why = null,
        list_address = case when ${addresses !== undefined} then excluded.list_address else exchange.authorities.list_address end,
        ocsp_address = case when ${addresses !== undefined} then excluded.ocsp_address else exchange.authorities.ocsp_address end,
        when_unknown = coalesce(${whenUnknown}, exchange.authorities.when_unknown), subject = excluded.subject, certificate = excluded.certificate,
        valid_until = excluded.valid_until, revoked = coalesce(${revoked}::text[], exchange.authorities.revoked),
        revocations_until = coalesce(excluded.revocations_until, exchange.authorities.revocations_until)`,
  )
}

/** Trusts an outside authority no more; false when there is none that was trusted. */
export async function distrustAuthorityRow(tx: Tx, id: string, now: Date, why: string): Promise<boolean> {
  const changed = await run(
    tx,
    sql`update exchange.authorities set untrusted_at = ${now}, untrusted_why = ${why}
      where tenant = ${tx.tenant} and id = ${id} and untrusted_at is null`,
  )
  return changed > 0
}

/** What is known of the certificates of each authority that are in force by their dates. */
export async function countCertificates(
  reader: Reader,
  operator: string,
  now: Date,
): Promise<
  Pick<TrustedAuthority, 'authority' | 'certificates' | 'revoked' | 'unknown' | 'answered' | 'fault' | 'since'>[]
> {
  return rows(
    reader,
    sql<Pick<TrustedAuthority, 'authority' | 'certificates' | 'revoked' | 'unknown' | 'answered' | 'fault' | 'since'>>`
      with stands as (
        select c.authority, c.tenant, c.links, c.revoked_at is not null or ${isTakenBack()} as revoked, ${isUnknown(now)} as unknown
        from exchange.certificates c join exchange.authorities a on a.tenant = ${operator} and a.id = c.authority
        where c.valid_from <= ${now} and c.valid_until > ${now}),
      asked as (
        select s.authority, max(k.fetched_at) as answered, min(k.failing_since) as since,
          (array_agg(k.fault order by k.failing_since) filter (where k.fault is not null))[1] as fault
        from stands s join exchange.revocation_checks k on k.tenant = s.tenant and k.link = any(s.links) group by s.authority)
      select s.authority, count(*)::int as certificates, (count(*) filter (where s.revoked))::int as revoked,
        (count(*) filter (where s.unknown and not s.revoked))::int as unknown, k.answered, k.fault, k.since
      from stands s left join asked k on k.authority = s.authority
      group by s.authority, k.answered, k.fault, k.since`,
  )
}
