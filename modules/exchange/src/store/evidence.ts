import { getRow, type Reader, sql } from '@tereze/foundation-database'
import type { Evidence } from '../rules/diagnose.ts'

/** What the database knows of the way from an asker to a service, in one statement. */
export async function readEvidence(
  reader: Reader,
  asked: { consumer: string; provider: string; contract: string; operator: string; now: Date },
): Promise<Pick<Evidence, 'certifiedUntil' | 'keys' | 'queue' | 'last' | 'ownSystem'>> {
  const { consumer, provider, contract, operator, now } = asked
  const row = await getRow(
    reader,
    sql<{
      certifiedUntil: string | null
      keyCount: number
      keyEnd: string | null
      waiting: number
      dead: number
      code: string | null
      outside: Evidence['ownSystem']
      lastOutcome: string | null
      lastTime: string | null
    }>`select
      (select max(valid_until) from exchange.certified_keys where tenant = ${operator} and member = ${provider}) as "certifiedUntil",
      (select count(*) from exchange.member_keys where tenant = ${consumer} and retired_at is null
        and (valid_until is null or valid_until > ${now})) as "keyCount",
      (select case when bool_or(valid_until is null) then null else max(valid_until) end from exchange.member_keys
        where tenant = ${consumer} and retired_at is null and (valid_until is null or valid_until > ${now})) as "keyEnd",
      (select count(*) from exchange.queue where tenant = ${consumer} and contract = ${contract} and state = 'waiting') as waiting,
      (select count(*) from exchange.queue where tenant = ${consumer} and contract = ${contract} and state = 'dead') as dead,
      (select code from exchange.queue where tenant = ${consumer} and contract = ${contract} and state = 'dead'
        order by ended_at desc limit 1) as code,
      (select jsonb_build_object('waiting', count(*) filter (where o.state = 'asked'),
          'last', (array_agg(jsonb_build_object('ended', o.ended_at, 'reason', o.reason, 'detail', o.detail) order by o.asked_at desc))[1])
        from (select * from exchange.outside_calls where tenant = ${provider} and contract = ${contract}
          order by asked_at desc limit 1000) o) as outside,
      l.outcome as "lastOutcome", l.at as "lastTime"
    from (select 1) one left join lateral (
      select outcome, at from exchange.messages
      where (tenant = ${consumer} and direction = 'sent' or tenant = ${provider} and direction = 'received' and peer = ${consumer})
        and contract = ${contract} order by at desc limit 1) l on true`,
  )
  return {
    certifiedUntil: row.certifiedUntil,
    keys: { count: row.keyCount, end: row.keyEnd },
    ownSystem: row.outside,
    queue: { waiting: row.waiting, dead: row.dead, code: row.code },
    last: row.lastOutcome === null || row.lastTime === null ? null : { outcome: row.lastOutcome, time: row.lastTime },
  }
}
