import { post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { RegisterDefinition, Retention } from '../definition/definition.ts'
import { pastTableOf, tableOf } from './projection.ts'
import { columns, type Row, type StoredRecord, toRecord } from './records.ts'

/** Current records after an id whose time to be kept ended on a date or before, in id order. */
export async function listExpiredRows(
  reader: Reader,
  definition: RegisterDefinition,
  { keep, from }: Retention,
  today: string,
  after: string,
  limit: number,
): Promise<StoredRecord[]> {
  const text =
    from === 'recorded' ? sql`lower(r.recorded)::text` : sql`r.data #>> ${from.split('/').slice(1) as string[]}::text[]`
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${definition.owner} and r.register = ${definition.id} and r.id > ${after} and upper_inf(r.recorded)
        and case when ${text} ~ '^\\d{4}-\\d{2}-\\d{2}'
          then (substr(${text}, 1, 10)::date + ${keep}::interval)::date <= ${today}::date else false end
      order by r.id limit ${limit}`,
  )
  return found.map(toRecord)
}

/** Takes away everything that a record held, in every place; gives how many versions there were. */
export async function deleteRecord(tx: Tx, definition: RegisterDefinition, record: string): Promise<number> {
  const own = sql`tenant = ${tx.tenant} and register = ${definition.id}`
  for (const table of [tableOf(definition), pastTableOf(definition)])
    post(tx, sql`delete from registers.${sql.ref(table)} where tenant = ${tx.tenant} and record = ${record}`)
  for (const table of ['keys', 'blocks', 'links', 'changes'])
    post(tx, sql`delete from registers.${sql.ref(table)} where ${own} and record = ${record}`)
  post(tx, sql`delete from registers.duplicates where ${own} and (one = ${record} or other = ${record})`)
  return run(tx, sql`delete from registers.records where ${own} and id = ${record}`)
}

/** Keeps that a record was destroyed. */
export function insertDestruction(
  tx: Tx,
  destruction: {
    register: string
    record: string
    versions: number
    keptUntil: string
    ground: string
    reason: string
    by: string
    now: Date
  },
): void {
  post(
    tx,
    sql`insert into registers.destructions
      (tenant, register, record, versions, kept_until, ground, reason, destroyed_by, destroyed_at)
      values (${tx.tenant}, ${destruction.register}, ${destruction.record}, ${destruction.versions},
        ${destruction.keptUntil}::date, ${destruction.ground}, ${destruction.reason}, ${destruction.by}, ${destruction.now})`,
  )
}
