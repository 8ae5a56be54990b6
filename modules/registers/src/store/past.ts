import { type Fragment, type Reader, rows, sql } from '@tereze/foundation-database'
import type { Criterion } from '../contract/record.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import { condition, pastTableOf, tableOf } from './projection.ts'
import { columns, heldAt, type LookAt, type Row, type StoredRecord, toRecord } from './records.ts'

/**
 * Records whose content at a moment has columns as wanted, after an id, in id order. Versions that have such columns are
 * found by index, among the current ones and among those of the past; of them stay those that held at the moment.
 */
export async function listHeld(
  reader: Reader,
  definition: RegisterDefinition,
  where: Readonly<Record<string, Criterion>>,
  at: LookAt,
  after: string | null,
  limit: number,
): Promise<StoredRecord[]> {
  const conditions: Fragment[] = [sql`tenant = ${definition.owner}`]
  for (const [name, wanted] of Object.entries(where)) conditions.push(condition(definition, name, wanted))
  if (after !== null) conditions.push(sql`record > ${after}`)
  const wanted = sql.join(conditions, sql` and `)
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from (
        select record, null::integer as version from registers.${sql.ref(tableOf(definition))} where ${wanted}
        union all
        select record, version from registers.${sql.ref(pastTableOf(definition))} where ${wanted}
      ) c cross join lateral (
        select r.* from registers.records r
        where r.tenant = ${definition.owner} and r.register = ${definition.id} and r.id = c.record and ${heldAt(at)}
        order by r.version desc limit 1
      ) r
      where case when c.version is null then upper_inf(r.recorded) else r.version = c.version end
      order by c.record limit ${limit}`,
  )
  return found.map(toRecord)
}
