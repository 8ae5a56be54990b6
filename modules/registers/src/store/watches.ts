import { getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Criterion } from '../contract/record.ts'
import type { WatchedEvent } from '../contract/watch.ts'

/** A watch as it is kept. */
export interface WatchRow {
  readonly id: string
  readonly register: string
  readonly record: string | null
  readonly where: Readonly<Record<string, Criterion>> | null
  readonly watcher: string
  /** Entries of the register's access that the watcher had; empty for a person, who sees what is about them. */
  readonly who: readonly string[]
  readonly madeAt: string
  readonly until: string
  readonly endedAt: string | null
  readonly reason: string | null
  readonly lastEvent: WatchedEvent | null
  readonly lastRecord: string | null
  readonly lastAt: string | null
}

const columns = sql`id, register, record, criteria as "where", watcher, who, made_at as "madeAt", until, ended_at as "endedAt", reason,
  last_event as "lastEvent", last_record as "lastRecord", last_at as "lastAt"`

/** Keeps a watch. */
export function insertWatch(
  tx: Tx,
  watch: Pick<WatchRow, 'id' | 'register' | 'record' | 'where' | 'watcher' | 'who'> & { now: Date; until: Date },
): void {
  post(
    tx,
    sql`insert into registers.watches (tenant, id, register, record, criteria, watcher, who, made_at, until)
      values (${tx.tenant}, ${watch.id}, ${watch.register}, ${watch.record},
        ${watch.where === null ? null : JSON.stringify(watch.where)}::jsonb, ${watch.watcher}, ${watch.who as string[]}::text[],
        ${watch.now}, ${watch.until})`,
  )
}

/** How many watches somebody has open with an organisation. */
export async function countOpenWatches(tx: Tx, watcher: string, now: Date): Promise<number> {
  const row = await getRow(
    tx,
    sql<{ open: number }>`select count(*)::int as open from registers.watches
      where tenant = ${tx.tenant} and watcher = ${watcher} and ended_at is null and until > ${now}`,
  )
  return row.open
}

/** Ends a watch; false when it is not open, or not theirs. */
export async function endOpenWatch(
  tx: Tx,
  id: string,
  end: { watcher: string; reason: 'ended' | 'stopped'; now: Date },
): Promise<boolean> {
  const ended = await run(
    tx,
    sql`update registers.watches set ended_at = ${end.now}, reason = ${end.reason}
      where tenant = ${tx.tenant} and id = ${id} and watcher = ${end.watcher} and ended_at is null and until > ${end.now}`,
  )
  return ended === 1
}

/** Open watches that something in a register may concern: those of the record, and all searches. */
export async function listOpenWatches(tx: Tx, register: string, record: string, now: Date): Promise<WatchRow[]> {
  return rows(
    tx,
    sql<WatchRow>`select ${columns} from registers.watches
      where tenant = ${tx.tenant} and register = ${register} and ended_at is null and until > ${now}
        and (record = ${record} or record is null) order by id`,
  )
}

/** Notes what happened last. */
export function updateLastHappening(tx: Tx, id: string, last: { event: WatchedEvent; record: string; at: Date }): void {
  post(
    tx,
    sql`update registers.watches set last_event = ${last.event}, last_record = ${last.record}, last_at = ${last.at}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** What somebody watches or watched with an organisation, newest happening first. */
export async function listWatchesOf(reader: Reader, tenant: string, watcher: string): Promise<WatchRow[]> {
  return rows(
    reader,
    sql<WatchRow>`select ${columns} from registers.watches where tenant = ${tenant} and watcher = ${watcher}
      order by coalesce(last_at, made_at) desc, id desc limit 500`,
  )
}
