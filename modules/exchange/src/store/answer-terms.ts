import { type Reader, rows, sql } from '@tereze/foundation-database'
import type { AnswerTermLine } from '../contract/queue.ts'

/** Contracts that an organisation asked through the queue: what waits, and what ended since an instant. */
export async function listAskedContracts(reader: Reader, tenant: string, since: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ contract: string }>`select distinct contract from exchange.queue
      where tenant = ${tenant} and receiver is null and (state = 'waiting' or (state = 'answered' and ended_at >= ${since})) order by 1`,
  )
  return found.map(row => row.contract)
}

/** Counts by contract what waits and what came late; terms are milliseconds. Contracts with the most overdue questions first. */
export async function countAnswerTerms(
  reader: Reader,
  tenant: string,
  terms: readonly { contract: string; term: number }[],
  now: Date,
  since: Date,
): Promise<Omit<AnswerTermLine, 'provider'>[]> {
  return rows(
    reader,
    sql<Omit<AnswerTermLine, 'provider'>>`with asked as (
        select q.*, t.term, coalesce(q.ended_at, ${now}) > q.since + t.term * interval '1 millisecond' as over
        from exchange.queue q
          join unnest(${terms.map(({ contract }) => contract)}::text[], ${terms.map(({ term }) => term)}::bigint[]) t(contract, term)
            on t.contract = q.contract
        where q.tenant = ${tenant} and q.receiver is null and (q.state = 'waiting' or (q.state = 'answered' and q.ended_at >= ${since})))
      select contract, max(term) as term,
        count(*) filter (where state = 'waiting') as waiting,
        count(*) filter (where state = 'waiting' and over) as overdue,
        min(since) filter (where state = 'waiting' and over) as oldest,
        (array_agg(code order by since) filter (where state = 'waiting' and over))[1] as code,
        count(*) filter (where state = 'answered') as answered,
        count(*) filter (where state = 'answered' and over) as late
      from asked group by contract order by overdue desc, contract`,
  )
}
