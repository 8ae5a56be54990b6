import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { BatchWork } from '../contract/batch.ts'

/** A batch as it is stored, with how far it is. */
export interface BatchRow {
  readonly tenant: string
  readonly id: string
  readonly work: BatchWork
  readonly reason: string
  readonly official: string
  readonly status: 'running' | 'stopped' | 'ended'
  readonly startedAt: string
  readonly endedAt: string | null
  readonly total: number
  readonly done: number
  readonly refused: number
  readonly failed: number
}

/** One case of a batch. */
export interface BatchItemRow {
  readonly ordinal: number
  readonly caseId: string
  /** Id of the incident, token or instance that is meant; of the case itself in a migration. */
  readonly target: string
  readonly state: 'waiting' | 'done' | 'refused' | 'failed'
  readonly code: string | null
}

/** Something chosen for a batch. */
export interface Chosen {
  readonly caseId: string
  readonly target: string
  readonly person: string
}

const running = sql`from cases.instances i join cases.cases c on c.tenant = i.tenant and c.id = i.case_id`

function choice(tenant: string, work: BatchWork): Fragment<Chosen> {
  const chosen = (target: Fragment) => sql`select c.id as "caseId", ${target} as target, c.person`
  const version = 'version' in work ? (work.version ?? null) : null
  switch (work.kind) {
    case 'migrate':
      return sql<Chosen>`select c.id as "caseId", c.id as target, c.person from cases.cases c
        where c.tenant = ${tenant} and c.service = ${work.service} and c.service_version = ${work.from}
          and exists (select from cases.instances i where i.tenant = c.tenant and i.case_id = c.id and i.ended_at is null)`
    case 'retry':
      return sql<Chosen>`${chosen(sql`x.id`)} from cases.incidents x join cases.cases c on c.tenant = x.tenant and c.id = x.case_id
        where x.tenant = ${tenant} and x.resolved_at is null
          and (${work.service ?? null}::text is null or c.service = ${work.service ?? null})
          and (${work.node ?? null}::text is null or x.node = ${work.node ?? null})
          and (${work.code ?? null}::text is null or x.code = ${work.code ?? null})`
    case 'modify': {
      const of = sql`where i.tenant = ${tenant} and i.ended_at is null and c.service = ${work.service}
          and (${version}::text is null or c.service_version = ${version})`
      if (work.change.kind === 'move')
        return sql<Chosen>`${chosen(sql`i.id || ':' || t.key`)} ${running} cross join lateral jsonb_each(i.state -> 'tokens') t
          ${of} and t.value ->> 'at' = ${work.change.node} and (t.value ->> 'in')::int >= 0`
      const status = work.change.kind === 'suspend' ? 'active' : 'suspended'
      return sql<Chosen>`${chosen(sql`i.id`)} ${running} ${of} and i.state ->> 'status' = ${status}`
    }
    case 'cancel':
      return sql<Chosen>`${chosen(sql`i.id`)} ${running}
        where i.tenant = ${tenant} and i.ended_at is null and i.kind = 'service' and c.decided_at is null
          and c.service = ${work.service} and (${version}::text is null or c.service_version = ${version})
          and (${work.node ?? null}::text is null or exists (select from jsonb_each(i.state -> 'tokens') t
            where t.value ->> 'at' = ${work.node ?? null} and (t.value ->> 'in')::int >= 0))`
  }
}

/** What a batch would be about, by case and target. */
export async function chooseItems(reader: Reader, tenant: string, work: BatchWork, limit: number): Promise<Chosen[]> {
  return rows(
    reader,
    sql<Chosen>`select * from (${choice(tenant, work)}) chosen order by "caseId", target limit ${limit}`,
  )
}

/** Writes a new batch with its items. */
export async function insertBatch(
  tx: Tx,
  batch: Pick<BatchRow, 'id' | 'work' | 'reason' | 'official' | 'startedAt'>,
  items: readonly Chosen[],
): Promise<void> {
  await run(
    tx,
    sql`insert into cases.batches (tenant, id, work, reason, official, started_at)
      values (${tx.tenant}, ${batch.id}, ${JSON.stringify(batch.work)}::jsonb, ${batch.reason}, ${batch.official}, ${batch.startedAt})`,
  )
  await run(
    tx,
    sql`insert into cases.batch_items (tenant, batch, ordinal, case_id, target)
      select ${tx.tenant}, ${batch.id}, item.place, item.case_id, item.target
      from unnest(${items.map((_, index) => index + 1)}::int[], ${items.map(({ caseId }) => caseId)}::text[],
        ${items.map(({ target }) => target)}::text[]) as item (place, case_id, target)`,
  )
}

const columns = sql`b.tenant, b.id, b.work, b.reason, b.official, b.status, b.started_at as "startedAt", b.ended_at as "endedAt",
  n.total, n.done, n.refused, n.failed`
const from = sql`from cases.batches b cross join lateral (
    select count(*)::int as total, count(*) filter (where state = 'done')::int as done,
      count(*) filter (where state = 'refused')::int as refused, count(*) filter (where state = 'failed')::int as failed
    from cases.batch_items i where i.tenant = b.tenant and i.batch = b.id) n`

/** One batch with how far it is. */
export async function findBatch(reader: Reader, tenant: string, id: string): Promise<BatchRow | null> {
  return findRow(reader, sql<BatchRow>`select ${columns} ${from} where b.tenant = ${tenant} and b.id = ${id}`)
}

/** Batches of an organisation, the newest first, after a place. */
export async function listBatchesOf(
  reader: Reader,
  tenant: string,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<BatchRow[]> {
  const place = after === null ? sql`` : sql`and (b.started_at, b.id) < (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<BatchRow>`select ${columns} ${from} where b.tenant = ${tenant} ${place} order by b.started_at desc, b.id desc limit ${limit}`,
  )
}

/** Items of a batch in order, after one of them, in one state or in all. */
export async function listItems(
  reader: Reader,
  tenant: string,
  batch: string,
  state: BatchItemRow['state'] | null,
  after: number,
  limit: number,
): Promise<(BatchItemRow & { number: string; person: string })[]> {
  return rows(
    reader,
    sql<
      BatchItemRow & { number: string; person: string }
    >`select i.ordinal, i.case_id as "caseId", i.target, i.state, i.code,
        c.number, c.person
      from cases.batch_items i join cases.cases c on c.tenant = i.tenant and c.id = i.case_id
      where i.tenant = ${tenant} and i.batch = ${batch} and i.ordinal > ${after}
        and (${state}::text is null or i.state = ${state}) order by i.ordinal limit ${limit}`,
  )
}

/** A batch that is being worked off. */
export type RunningBatch = Pick<BatchRow, 'tenant' | 'id' | 'work' | 'reason' | 'official'>

/** Batches that are being worked off, of all organisations, the oldest first. */
export async function listRunningBatches(reader: Reader, limit: number): Promise<RunningBatch[]> {
  return rows(
    reader,
    sql<RunningBatch>`select tenant, id, work, reason, official from cases.batches where status = 'running'
      order by started_at limit ${limit}`,
  )
}

/** The next item that nobody else is at, locked; null when there is none, or the batch was stopped. */
export async function claimItem(tx: Tx, batch: string): Promise<BatchItemRow | null> {
  return findRow(
    tx,
    sql<BatchItemRow>`select ordinal, case_id as "caseId", target, state, code from cases.batch_items
      where tenant = ${tx.tenant} and batch = ${batch} and state = 'waiting'
        and exists (select from cases.batches b where b.tenant = ${tx.tenant} and b.id = ${batch} and b.status = 'running')
      order by ordinal limit 1 for update skip locked`,
  )
}

/** Writes what became of an item. */
export async function endItem(
  tx: Tx,
  batch: string,
  ordinal: number,
  end: { state: 'done' | 'refused' | 'failed'; code: string | null; at: Date },
): Promise<void> {
  await run(
    tx,
    sql`update cases.batch_items set state = ${end.state}, code = ${end.code}, at = ${end.at}
      where tenant = ${tx.tenant} and batch = ${batch} and ordinal = ${ordinal} and state = 'waiting'`,
  )
}

/** Ends a batch in which nothing waits any more. */
export async function endBatch(tx: Tx, batch: string, at: Date): Promise<void> {
  await run(
    tx,
    sql`update cases.batches set status = 'ended', ended_at = ${at}
      where tenant = ${tx.tenant} and id = ${batch} and status = 'running'
        and not exists (select from cases.batch_items where tenant = ${tx.tenant} and batch = ${batch} and state = 'waiting')`,
  )
}

/** Stops a batch that runs; false when it does not. */
export async function stopRunningBatch(tx: Tx, batch: string, by: string, at: Date): Promise<boolean> {
  const stopped = await run(
    tx,
    sql`update cases.batches set status = 'stopped', stopped_by = ${by}, ended_at = ${at}
      where tenant = ${tx.tenant} and id = ${batch} and status = 'running'`,
  )
  return stopped === 1
}

/** Batches that are worked on. */
export const dueBatches = sql<Due>`select 'epoch'::timestamptz as at from cases.batches where status = 'running'`
