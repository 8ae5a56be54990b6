import { type Reader, rows, sql } from '@tereze/foundation-database'
import type { Criterion } from '../contract/record.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import { selectingProjected } from './projection.ts'
import { columns, type Row, type StoredRecord, toRecord } from './records.ts'

/** Current records whose columns are as wanted, after an id, in id order: found and read at once. */
export async function listFound(
  reader: Reader,
  definition: RegisterDefinition,
  where: Readonly<Record<string, Criterion>>,
  after: string | null,
  limit: number,
): Promise<StoredRecord[]> {
  const found = await rows(
    reader,
    sql<Row>`select r.* from (${selectingProjected(definition, where, after, limit)}) p
      cross join lateral (
        select ${columns} from registers.records r
        where r.tenant = ${definition.owner} and r.register = ${definition.id} and r.id = p.record and upper_inf(r.recorded)
        limit 1
      ) r
      order by r.id`,
  )
  return found.map(toRecord)
}
