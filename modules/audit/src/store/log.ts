import { findRow, getRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { ExtendedLog, LogState, TileGrowth } from '@tereze/merkle-log'

/** A log and how far it has come through the lines. */
export interface KeptLog extends LogState {
  readonly transaction: string
  readonly ordinal: number
  /**
   * The database was restored into a cluster that has counted fewer transactions: what comes next cannot be told by
   * transaction numbers, only by which lines have no leaf.
   */
  readonly moved: boolean
}

/** A line that has no leaf yet. */
export interface UnsealedLine {
  readonly id: string
  readonly content: unknown
  readonly transaction: string
  readonly ordinal: number
}

/** Organisations with lines below the snapshot horizon that have no leaf: nothing older can still be committed. */
export async function listUnsealedTenants(reader: Reader): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`
      with recursive tenants as (
        (select tenant from audit.lines order by tenant limit 1)
        union all
        select (select l.tenant from audit.lines l where l.tenant > t.tenant order by l.tenant limit 1)
        from tenants t where t.tenant is not null
      )
      select t.tenant from tenants t left join audit.logs g on g.tenant = t.tenant
      where t.tenant is not null and (
        g.transaction >= pg_snapshot_xmax(pg_current_snapshot())
        or exists (select from audit.lines l where l.tenant = t.tenant
          and (l.transaction, l.ordinal) > (coalesce(g.transaction, '0'::xid8), coalesce(g.ordinal, 0))
          and l.transaction < pg_snapshot_xmin(pg_current_snapshot())))`,
  )
  return found.map(row => row.tenant)
}

/** The log of the transaction's tenant, begun when there is none; locked, so that one node extends it at a time. */
export async function getLogForUpdate(tx: Tx): Promise<KeptLog> {
  post(
    tx,
    sql`insert into audit.logs (tenant, size, frontier, transaction, ordinal)
      values (${tx.tenant}, 0, '{}', '0', 0) on conflict do nothing`,
  )
  return getRow(
    tx,
    sql<KeptLog>`select size, frontier, transaction::text, ordinal,
        transaction >= pg_snapshot_xmax(pg_current_snapshot()) as moved
      from audit.logs where tenant = ${tx.tenant} for update`,
  )
}

/** The next lines without a leaf, in the order of their transactions. */
export async function listUnsealedLines(tx: Tx, log: KeptLog, limit: number): Promise<UnsealedLine[]> {
  const next = log.moved
    ? sql`not exists (select from audit.leaves f where f.tenant = l.tenant and f.line = l.id)
        and (l.transaction < pg_snapshot_xmin(pg_current_snapshot())
          or l.transaction >= pg_snapshot_xmax(pg_current_snapshot()))`
    : sql`(l.transaction, l.ordinal) > (${log.transaction}::xid8, ${log.ordinal}::bigint)
        and l.transaction < pg_snapshot_xmin(pg_current_snapshot())`
  return rows(
    tx,
    sql<UnsealedLine>`select l.id, l.content, l.transaction::text, l.ordinal from audit.lines l
      where l.tenant = ${tx.tenant} and ${next} order by l.transaction, l.ordinal limit ${limit}`,
  )
}

/** Keeps an extended log: leaves of the lines, what the tiles gained, the new state. */
export async function updateLog(
  tx: Tx,
  log: ExtendedLog,
  from: number,
  lines: readonly string[],
  reached: { transaction: string; ordinal: number },
): Promise<void> {
  post(
    tx,
    sql`insert into audit.leaves (tenant, index, line)
      select ${tx.tenant}, ${from}::bigint + place - 1, line
      from unnest(${lines as string[]}::text[]) with ordinality as given (line, place)`,
  )
  for (const tile of log.tiles) await growTile(tx, tile)
  post(
    tx,
    sql`update audit.logs set size = ${log.size}::bigint, frontier = ${log.frontier as Uint8Array[]}::bytea[],
        transaction = ${reached.transaction}::xid8, ordinal = ${reached.ordinal}::bigint
      where tenant = ${tx.tenant}`,
  )
}

async function growTile(tx: Tx, { level, index, hashes }: TileGrowth): Promise<void> {
  post(
    tx,
    sql`insert into audit.tiles as t (tenant, level, index, hashes)
      values (${tx.tenant}, ${level}, ${index}, ${hashes})
      on conflict on constraint tiles_pk do update set hashes = t.hashes || excluded.hashes`,
  )
}

/** All lines have leaves: from here on the log counts the transactions of this cluster. */
export async function updateHorizon(tx: Tx): Promise<void> {
  post(
    tx,
    sql`update audit.logs set transaction = pg_snapshot_xmin(pg_current_snapshot()), ordinal = 0
      where tenant = ${tx.tenant}`,
  )
}

/** Keeps a signed checkpoint. */
export async function insertCheckpoint(tx: Tx, checkpoint: { size: number; note: string; time: Date }): Promise<void> {
  post(
    tx,
    sql`insert into audit.checkpoints (tenant, size, note, time)
      values (${tx.tenant}, ${checkpoint.size}, ${checkpoint.note}, ${checkpoint.time})`,
  )
}

/** The newest signed checkpoint of an organisation. */
export async function findCheckpoint(reader: Reader, tenant: string): Promise<{ size: number; note: string } | null> {
  return findRow(
    reader,
    sql<{ size: number; note: string }>`select size, note from audit.checkpoints
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
    sql<{ size: number; note: string }>`select size, note from audit.checkpoints
      where tenant = ${tenant} and size > ${after} order by size limit ${limit}`,
  )
}

/** Place of a line in its log. */
export async function findLeafIndex(reader: Reader, tenant: string, line: string): Promise<number | null> {
  const row = await findRow(
    reader,
    sql<{ index: number }>`select index from audit.leaves where tenant = ${tenant} and line = ${line}`,
  )
  return row?.index ?? null
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
      join audit.tiles t on t.tenant = ${tenant} and t.level = w.level and t.index = w.index`,
  )
}
