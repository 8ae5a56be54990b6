import { getRow, type Reader, sql } from '@tereze/foundation-database'
import type { JWK } from 'jose'
import type { GrantWithId } from '../rules/decide-access.ts'
import { type CertificateState, stateOf } from './certificates.ts'

/** Everything that says how a message stands with its provider, before the message itself is looked at. */
export interface Standing {
  /**
   * The key that the message names, registered here or certified by another installation; null where it is none, or no longer in
   * use. Its system is null where the key is the member's own.
   */
  readonly key: { readonly system: string | null; readonly jwk: JWK } | null
  /** How the best X.509 certificate of that key stands; null where it has none, or one that is good. */
  readonly certificate: { readonly state: NonNullable<CertificateState>; readonly day: string } | null
  /** What officials of the provider granted to the consumer for this service. */
  readonly given: readonly GrantWithId[]
  /** Ids of grants of either kind that were taken back. */
  readonly revoked: readonly string[]
  /** Until when the service is closed for maintenance; null: it is open. */
  readonly pausedUntil: string | null
  /** Whether the provider runs on another installation. */
  readonly elsewhere: boolean
}

interface GrantRow {
  id: string
  systems: string[] | null
  purpose: string
  ground: string
  begins: string | null
  ends: string
}

/** Reads in one statement how a message stands. */
export async function readStanding(
  reader: Reader,
  message: { provider: string; consumer: string; kid: string; contract: string; operator: string; now: Date },
): Promise<Standing> {
  const { provider, consumer, kid, contract, operator, now } = message
  const row = await getRow(
    reader,
    sql<{
      key: Standing['key']
      certificate: { state: CertificateState; day: string } | null
      given: GrantRow[] | null
      revoked: string[] | null
      elsewhere: boolean
      pausedUntil: string | null
    }>`select
      coalesce(
        (select jsonb_build_object('system', k.system, 'jwk', k.jwk) from exchange.member_keys k
          where k.tenant = ${consumer} and k.kid = ${kid} and k.retired_at is null
            and (k.valid_until is null or k.valid_until > ${now})),
        (select jsonb_build_object('system', c.system, 'jwk', c.jwk) from exchange.certificates c
          where c.tenant = ${consumer} and c.kid = ${kid} and c.system is not null limit 1),
        (select jsonb_build_object('system', c.system, 'jwk', c.jwk) from exchange.certified_keys c
          where c.tenant = ${operator} and c.member = ${consumer} and c.kid = ${kid} and c.valid_until > ${now})) as key,
      (select jsonb_build_object('state', s.state, 'day', case s.state when 'not-yet-valid' then s.valid_from
            when 'revoked' then coalesce(s.revoked_at, s.taken_back_at, ${now}) when 'untrusted' then s.untrusted_at
            when 'unknown' then ${now} else least(s.valid_until, s.authority_until) end)
        from (select c.*, a.untrusted_at, a.valid_until as authority_until, ${stateOf(now)} as state,
            (select min(k.revoked_at) from exchange.revocation_checks k where k.tenant = c.tenant and k.link = any(c.links)) as taken_back_at
          from exchange.certificates c
          left join exchange.authorities a on a.tenant = ${operator} and a.id = c.authority
          where c.tenant = ${consumer} and c.kid = ${kid} and (c.system is not null or c.revoked_at is not null)) s
        order by s.state is not null, s.valid_until desc limit 1) as certificate,
      (select jsonb_agg(jsonb_build_object('id', g.id, 'systems', g.systems, 'purpose', g.purpose, 'ground', g.ground,
          'begins', g.begins, 'ends', g.ends)) from exchange.grants g
        where g.tenant = ${provider} and g.contract = ${contract} and g.consumer = ${consumer}) as given,
      (select array_agg(r.grant_id) from exchange.revocations r
        where r.tenant = ${provider} and r.contract = ${contract} and r.consumer = ${consumer}) as revoked,
      exists (select from exchange.peers p
        where p.tenant = ${operator} and p.removed_at is null and ${provider} = any(p.members)) as elsewhere,
      (select max(u.ends) from exchange.pauses u
        where u.tenant = ${provider} and u.contract in (${contract}, '*') and u.begins <= ${now} and u.ends > ${now}) as "pausedUntil"`,
  )
  return {
    key: row.key,
    certificate:
      row.certificate === null || row.certificate.state === null
        ? null
        : { state: row.certificate.state, day: new Date(row.certificate.day).toISOString() },
    given: (row.given ?? []).map(({ id, systems, purpose, ground, begins, ends }) => ({
      id,
      consumer,
      ...(systems === null ? {} : { systems }),
      purpose,
      ground,
      ...(begins === null ? {} : { from: begins }),
      until: ends,
    })),
    revoked: row.revoked ?? [],
    elsewhere: row.elsewhere,
    pausedUntil: row.pausedUntil,
  }
}
