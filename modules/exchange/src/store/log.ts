import { findRow, getRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { ExtendedLog, LogState } from '@tereze/merkle-log'
import type { LogEntry } from '../contract/log.ts'

/** A log and how far it has come through the entries. */
export interface KeptLog extends LogState {
  readonly transaction: string
  readonly ordinal: number
  /**
   * The database was restored into a cluster that has counted fewer transactions: what comes next cannot be told by
   * transaction numbers, only by which entries have no leaf.
   */
  readonly moved: boolean
}

/** An entry with its place among the transactions. */
export interface PlacedEntry {
  readonly entry: LogEntry
  readonly transaction: string
  readonly ordinal: number
}

interface EntryRow {
  transaction: string
  ordinal: number
  direction: 'sent' | 'received'
  message: string
  message_hash: Buffer
  reply_hash: Buffer | null
  outcome: string
  at: string
}

function entryOf(row: Omit<EntryRow, 'transaction' | 'ordinal'>): LogEntry {
  return {
    direction: row.direction,
    message: row.message,
    messageHash: row.message_hash.toString('base64url'),
    replyHash: row.reply_hash?.toString('base64url') ?? null,
    outcome: row.outcome,
    at: row.at,
  }
}

/** Organisations with entries below the snapshot horizon that have no leaf: nothing older can still be committed. */
export async function listUnsealedTenants(reader: Reader): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`
      with recursive tenants as (
        (select tenant from exchange.entries order by tenant limit 1)
        union all
        select (select e.tenant from exchange.entries e where e.tenant > t.tenant order by e.tenant limit 1)
        from tenants t where t.tenant is not null
      )
      select t.tenant from tenants t left join exchange.logs g on g.tenant = t.tenant
      where t.tenant is not null and (
        g.transaction >= pg_snapshot_xmax(pg_current_snapshot())
        or exists (select from exchange.entries e where e.tenant = t.tenant
          and (e.transaction, e.ordinal) > (coalesce(g.transaction, '0'::xid8), coalesce(g.ordinal, 0))
          and e.transaction < pg_snapshot_xmin(pg_current_snapshot())))`,
  )
  return found.map(row => row.tenant)
}

/** The log of the transaction's tenant, begun when there is none; locked, so that one node extends it at a time. */
export async function getLogForUpdate(tx: Tx): Promise<KeptLog> {
  post(
    tx,
    sql`insert into exchange.logs (tenant, size, frontier, transaction, ordinal)
      values (${tx.tenant}, 0, '{}', '0', 0) on conflict do nothing`,
  )
  return getRow(
    tx,
    sql<KeptLog>`select size, frontier, transaction::text, ordinal,
        transaction >= pg_snapshot_xmax(pg_current_snapshot()) as moved
      from exchange.logs where tenant = ${tx.tenant} for update`,
  )
}

/** The next entries without a leaf, in the order of their transactions. */
export async function listUnsealed(tx: Tx, log: KeptLog, limit: number): Promise<PlacedEntry[]> {
  const next = log.moved
    ? sql`not exists (select from exchange.leaves f where f.tenant = e.tenant and f.ordinal = e.ordinal)
        and (e.transaction < pg_snapshot_xmin(pg_current_snapshot())
          or e.transaction >= pg_snapshot_xmax(pg_current_snapshot()))`
    : sql`(e.transaction, e.ordinal) > (${log.transaction}::xid8, ${log.ordinal}::bigint)
        and e.transaction < pg_snapshot_xmin(pg_current_snapshot())`
  const found = await rows(
    tx,
    sql<EntryRow>`select e.transaction::text, e.ordinal, e.direction, e.message, e.message_hash, e.reply_hash, e.outcome, e.at
      from exchange.entries e where e.tenant = ${tx.tenant} and ${next} order by e.transaction, e.ordinal limit ${limit}`,
  )
  return found.map(row => ({ entry: entryOf(row), transaction: row.transaction, ordinal: row.ordinal }))
}

/** Keeps an extended log: leaves of the entries, what the tiles gained, the new state. */
export function updateLog(
  tx: Tx,
  log: ExtendedLog,
  from: number,
  entries: readonly PlacedEntry[],
  reached: { transaction: string; ordinal: number },
): void {
  post(
    tx,
    sql`insert into exchange.leaves (tenant, index, ordinal, transaction, message)
      select ${tx.tenant}, ${from}::bigint + place - 1, ordinal, transaction, message
      from unnest(${entries.map(entry => entry.ordinal)}::bigint[], ${entries.map(entry => entry.transaction)}::xid8[],
        ${entries.map(({ entry }) => entry.message)}::uuid[]) with ordinality as given (ordinal, transaction, message, place)`,
  )
  post(
    tx,
    sql`insert into exchange.tiles as t (tenant, level, index, hashes)
      select ${tx.tenant}, level, index, hashes from unnest(${log.tiles.map(tile => tile.level)}::int[],
        ${log.tiles.map(tile => tile.index)}::bigint[], ${log.tiles.map(tile => Buffer.from(tile.hashes))}::bytea[])
        as gained (level, index, hashes)
      on conflict on constraint tiles_pk do update set hashes = t.hashes || excluded.hashes`,
  )
  post(
    tx,
    sql`update exchange.logs set size = ${log.size}::bigint, frontier = ${log.frontier as Uint8Array[]}::bytea[],
        transaction = ${reached.transaction}::xid8, ordinal = ${reached.ordinal}::bigint
      where tenant = ${tx.tenant}`,
  )
}

/** All entries have leaves: from here on the log counts the transactions of this cluster. */
export function updateHorizon(tx: Tx): void {
  post(
    tx,
    sql`update exchange.logs set transaction = pg_snapshot_xmin(pg_current_snapshot()), ordinal = 0
      where tenant = ${tx.tenant}`,
  )
}

/** Keeps a signed checkpoint. */
export function insertCheckpoint(tx: Tx, checkpoint: { size: number; note: string; time: Date }): void {
  post(
    tx,
    sql`insert into exchange.checkpoints (tenant, size, note, time)
      values (${tx.tenant}, ${checkpoint.size}, ${checkpoint.note}, ${checkpoint.time})`,
  )
}

/** The first signed checkpoint that covers a leaf: its time-stamp. */
export async function findCheckpointOf(
  reader: Reader,
  tenant: string,
  index: number,
): Promise<{ size: number; note: string } | null> {
  return findRow(
    reader,
    sql<{ size: number; note: string }>`select size, note from exchange.checkpoints
      where tenant = ${tenant} and size > ${index} order by size limit 1`,
  )
}

/** The newest signed checkpoint; null where there is none yet. */
export async function findNewestCheckpoint(
  reader: Reader,
  tenant: string,
): Promise<{ size: number; note: string } | null> {
  return findRow(
    reader,
    sql<{ size: number; note: string }>`select size, note from exchange.checkpoints
      where tenant = ${tenant} order by size desc limit 1`,
  )
}

/** Signed checkpoints of a size above `after`, smallest first. */
export async function listCheckpoints(
  reader: Reader,
  tenant: string,
  after: number,
  limit: number,
): Promise<{ size: number; note: string }[]> {
  return rows(
    reader,
    sql<{ size: number; note: string }>`select size, note from exchange.checkpoints
      where tenant = ${tenant} and size > ${after} order by size limit ${limit}`,
  )
}

/** Entries from a place of the log on; null where the entry behind a leaf is gone. */
export async function listSealed(
  reader: Reader,
  tenant: string,
  from: number,
  limit: number,
): Promise<{ index: number; message: string; entry: LogEntry | null }[]> {
  const found = await rows(
    reader,
    sql<
      Partial<EntryRow> & { index: number; message: string }
    >`select f.index, f.message, e.direction, e.message_hash, e.reply_hash,
        e.outcome, e.at
      from exchange.leaves f left join exchange.entries e
        on e.tenant = f.tenant and e.transaction = f.transaction and e.ordinal = f.ordinal
      where f.tenant = ${tenant} and f.index >= ${from} order by f.index limit ${limit}`,
  )
  return found.map(({ index, message, ...row }) => ({
    index,
    message,
    entry: row.message_hash ? entryOf({ ...(row as EntryRow), message }) : null,
  }))
}

/** The leaves of a message with their entries, the newest first. */
export async function listLeavesOf(
  reader: Reader,
  tenant: string,
  message: string,
): Promise<{ index: number; entry: LogEntry }[]> {
  const found = await rows(
    reader,
    sql<
      EntryRow & { index: number }
    >`select f.index, e.direction, e.message, e.message_hash, e.reply_hash, e.outcome, e.at
      from exchange.leaves f join exchange.entries e
        on e.tenant = f.tenant and e.transaction = f.transaction and e.ordinal = f.ordinal
      where f.tenant = ${tenant} and f.message = ${message}::uuid order by f.index desc`,
  )
  return found.map(({ index, ...row }) => ({ index, entry: entryOf(row) }))
}

/** Tiles of a log by level and index. */
export async function listTiles(
  reader: Reader,
  tenant: string,
  wanted: readonly { level: number; index: number }[],
): Promise<{ level: number; index: number; hashes: Uint8Array }[]> {
  return rows(
    reader,
    sql<{ level: number; index: number; hashes: Uint8Array }>`select t.level, t.index, t.hashes
      from unnest(${wanted.map(tile => tile.level)}::int[], ${wanted.map(tile => tile.index)}::bigint[]) as w (level, index)
      join exchange.tiles t on t.tenant = ${tenant} and t.level = w.level and t.index = w.index`,
  )
}
