import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { KeptCheck } from '../rules/decide-check.ts'

/** A certificate to be asked about, with its way to the authority. */
export interface CheckRow {
  readonly link: string
  readonly kept: KeptCheck
  /** Null where no certificate in force leads over it any more. */
  readonly way: {
    /** PEM after PEM: the certificate of the member, and those between it and its authority. */
    readonly certificates: string
    readonly authority: string
    /** Where the authority is asked about what it issued itself. */
    readonly declared: { readonly ocsp: string | null; readonly list: string | null }
  } | null
}

/** Asks about certificates from now on; of those that are asked about already nothing changes. */
export function insertChecks(tx: Tx, links: readonly string[], now: Date): void {
  post(
    tx,
    sql`insert into exchange.revocation_checks (tenant, link, due_at)
      select ${tx.tenant}, link, ${now} from unnest(${links}::text[]) as link
      on conflict (tenant, link) do update set due_at = least(exchange.revocation_checks.due_at, excluded.due_at)`,
  )
}

/** Members about whose certificates authorities are to be asked. */
export async function listTenantsToCheck(reader: Reader, now: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from exchange.revocation_checks where due_at <= ${now}`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Claims certificates that are due until a moment, so that one node asks. */
export async function claimChecks(
  tx: Tx,
  claim: { readonly operator: string; readonly now: Date; readonly until: Date },
  limit: number,
): Promise<CheckRow[]> {
  const claimed = await rows(
    tx,
    sql<{
      link: string
      status: KeptCheck['status']
      saidBy: KeptCheck['saidBy']
      saidAt: string | null
      goodUntil: string | null
      revokedAt: string | null
      fetchedAt: string | null
      fault: KeptCheck['fault']
      failingSince: string | null
      failures: number
      way: CheckRow['way']
    }>`with claimed as (
        update exchange.revocation_checks set due_at = ${claim.until}
        where tenant = ${tx.tenant} and link in (
          select link from exchange.revocation_checks where tenant = ${tx.tenant} and due_at <= ${claim.now}
          order by due_at limit ${limit} for update skip locked)
        returning *)
      select k.link, k.status, k.said_by as "saidBy", k.said_at as "saidAt", k.good_until as "goodUntil",
        k.revoked_at as "revokedAt", k.fetched_at as "fetchedAt", k.fault, k.failing_since as "failingSince", k.failures,
        (select jsonb_build_object('certificates', c.certificate || E'\n' || c.chain, 'authority', a.certificate,
            'declared', jsonb_build_object('ocsp', a.ocsp_address, 'list', a.list_address))
          from exchange.certificates c join exchange.authorities a on a.tenant = ${claim.operator} and a.id = c.authority
          where c.tenant = ${tx.tenant} and k.link = any(c.links) and c.revoked_at is null and c.valid_until > ${claim.now}
          order by c.valid_until desc limit 1) as way
      from claimed k order by k.link`,
  )
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return claimed.map(({ link, way, ...row }) => ({
    link,
    way,
    kept: {
      ...row,
      saidAt: date(row.saidAt),
      goodUntil: date(row.goodUntil),
      revokedAt: date(row.revokedAt),
      fetchedAt: date(row.fetchedAt),
      failingSince: date(row.failingSince),
      due: claim.until,
    },
  }))
}

/** Keeps what is known of a certificate now. */
export function updateCheck(tx: Tx, link: string, check: KeptCheck): void {
  post(
    tx,
    sql`update exchange.revocation_checks set status = ${check.status}, said_by = ${check.saidBy}, said_at = ${check.saidAt},
        good_until = ${check.goodUntil}, revoked_at = ${check.revokedAt}, fetched_at = ${check.fetchedAt}, fault = ${check.fault},
        failing_since = ${check.failingSince}, failures = ${check.failures}, due_at = ${check.due}
      where tenant = ${tx.tenant} and link = ${link}`,
  )
}

/** Forgets certificates over which no way leads any more. */
export function deleteChecks(tx: Tx, links: readonly string[]): void {
  post(tx, sql`delete from exchange.revocation_checks where tenant = ${tx.tenant} and link = any(${links}::text[])`)
}

/** When authorities are asked about certificates. */
export const dueChecks = sql<Due>`select min(due_at) as at from exchange.revocation_checks`
