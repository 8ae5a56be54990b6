import { type Fragment, findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Duplicate } from '../contract/duplicate.ts'

/** A group that holds more records than this says too little about any pair of them. */
const largestBlock = 200

/** Puts records into their blocks, in place of those they were in. */
export async function replaceBlocks(
  tx: Tx,
  register: string,
  records: readonly { record: string; blocks: readonly string[] }[],
): Promise<void> {
  const ids = records.map(({ record }) => record)
  await run(
    tx,
    sql`delete from registers.blocks where tenant = ${tx.tenant} and register = ${register} and record = any(${ids}::text[])`,
  )
  const flat = records.flatMap(({ record, blocks }) => blocks.map(block => ({ record, block })))
  await run(
    tx,
    sql`insert into registers.blocks (tenant, register, block, record)
      select ${tx.tenant}, ${register}, given.block, given.record
      from unnest(${flat.map(({ block }) => block)}::text[], ${flat.map(({ record }) => record)}::text[]) as given (block, record)
      on conflict do nothing`,
  )
}

/** Pairs of these records with any others that share a block with them, each pair once. */
export async function listSharing(
  tx: Tx,
  register: string,
  records: readonly string[],
): Promise<{ one: string; other: string }[]> {
  return rows(
    tx,
    sql<{ one: string; other: string }>`with own as (
        select b.block, b.record from registers.blocks b
        where b.tenant = ${tx.tenant} and b.register = ${register} and b.record = any(${records as string[]}::text[])
      ), narrow as (
        select distinct own.block from own cross join lateral (
          select count(*) as size from (
            select from registers.blocks b where b.tenant = ${tx.tenant} and b.register = ${register} and b.block = own.block
            limit ${largestBlock + 1}
          ) few
        ) sized where sized.size <= ${largestBlock}
      )
      select distinct least(own.record, b.record) as one, greatest(own.record, b.record) as other
      from own join narrow using (block)
        join registers.blocks b on b.tenant = ${tx.tenant} and b.register = ${register} and b.block = own.block
      where b.record <> own.record`,
  )
}

/** Keeps likely pairs; of a pair that somebody decided on nothing changes. Gives how many are new. */
export async function upsertDuplicates(
  tx: Tx,
  register: string,
  pairs: readonly { one: string; other: string; score: number; evidence: Duplicate['evidence'] }[],
  now: Date,
): Promise<number> {
  if (pairs.length === 0) return 0
  const written = await rows(
    tx,
    sql<{
      fresh: boolean
    }>`insert into registers.duplicates (tenant, register, one, other, score, evidence, state, found_at)
      select ${tx.tenant}, ${register}, given.one, given.other, given.score, given.evidence, 'likely', ${now}
      from unnest(${pairs.map(({ one }) => one)}::text[], ${pairs.map(({ other }) => other)}::text[],
        ${pairs.map(({ score }) => String(score))}::numeric[], ${pairs.map(({ evidence }) => JSON.stringify(evidence))}::jsonb[])
        as given (one, other, score, evidence)
      on conflict (tenant, register, one, other) do update set score = excluded.score, evidence = excluded.evidence
        where registers.duplicates.state = 'likely'
      returning (xmax = 0) as fresh`,
  )
  return written.filter(({ fresh }) => fresh).length
}

/** Takes away pairs of these records that nobody decided on, but for those that are likely. */
export function deleteUnlikely(
  tx: Tx,
  register: string,
  records: readonly string[],
  likely: readonly { one: string; other: string }[],
): void {
  post(
    tx,
    sql`delete from registers.duplicates d
      where d.tenant = ${tx.tenant} and d.register = ${register} and d.state = 'likely'
        and (d.one = any(${records as string[]}::text[]) or d.other = any(${records as string[]}::text[]))
        and not exists (
          select from unnest(${likely.map(({ one }) => one)}::text[], ${likely.map(({ other }) => other)}::text[]) as kept (one, other)
          where kept.one = d.one and kept.other = d.other
        )`,
  )
}

/** A pair as it is kept. */
export interface PairRow {
  readonly one: string
  readonly other: string
  readonly score: number
  readonly evidence: Duplicate['evidence']
  readonly found_at: string
}

/** Likely pairs, the likeliest first, after a place; those of one record when it is given. */
export async function listPairs(
  reader: Reader,
  tenant: string,
  wanted: { register: string; record?: string | undefined },
  after: { score: string; one: string; other: string } | null,
  limit: number,
): Promise<(PairRow & { place: string })[]> {
  const conditions: Fragment[] = [sql`tenant = ${tenant}`, sql`register = ${wanted.register}`, sql`state = 'likely'`]
  if (wanted.record !== undefined) conditions.push(sql`${wanted.record} in (one, other)`)
  if (after !== null)
    conditions.push(sql`(-score, one, other) > (-${after.score}::numeric, ${after.one}::text, ${after.other}::text)`)
  return rows(
    reader,
    sql<PairRow & { place: string }>`select one, other, score::double precision as score, evidence, found_at,
        score::text || ' ' || one || ' ' || other as place
      from registers.duplicates where ${sql.join(conditions, sql` and `)} order by score desc, one, other limit ${limit}`,
  )
}

/** Decides on a likely pair; false when there is none. */
export async function updatePair(
  tx: Tx,
  register: string,
  pair: { one: string; other: string },
  decision: { state: 'distinct' | 'merged'; by: string; now: Date },
): Promise<boolean> {
  const [one, other] = [pair.one, pair.other].sort()
  const decided = await run(
    tx,
    sql`update registers.duplicates set state = ${decision.state}, decided_by = ${decision.by}, decided_at = ${decision.now}
      where tenant = ${tx.tenant} and register = ${register} and one = ${one} and other = ${other} and state = 'likely'`,
  )
  return decided === 1
}

/** Lets a pair be likely again whose merge was undone. */
export function reopenPair(tx: Tx, register: string, pair: { one: string; other: string }): void {
  const [one, other] = [pair.one, pair.other].sort()
  post(
    tx,
    sql`update registers.duplicates set state = 'likely', decided_by = null, decided_at = null
      where tenant = ${tx.tenant} and register = ${register} and one = ${one} and other = ${other} and state = 'merged'`,
  )
}

/** Whether a search for duplicates of a register is under way. */
export async function isSearching(reader: Reader, tenant: string, register: string): Promise<boolean> {
  const row = await findRow(
    reader,
    sql`select from registers.upkeep where tenant = ${tenant} and register = ${register} and work = 'duplicates' and state = 'running'`,
  )
  return row !== null
}
