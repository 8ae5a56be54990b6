import { type Fragment, type Reader, rows, sql } from '@tereze/foundation-database'
import type { RegisterDefinition } from '../definition/definition.ts'
import { tableOf } from './projection.ts'
import { columns, type Row, type StoredRecord, toRecord } from './records.ts'

/** A JSON path (SQL/JSON) that finds an id at a pointer; `*` stands for every element. */
function jsonPath(pointer: string): string {
  const steps = pointer
    .split('/')
    .slice(1)
    .map(part => (part === '*' ? '[*]' : /^\d+$/.test(part) ? `[${part}]` : `."${part.replaceAll('"', '')}"`))
  return `$${steps.join('')} ? (@ == $id)`
}

/**
 * Current records of a register that point to a record at any of the pointers. A pointer that the register projects is
 * looked up in its index; any other means looking through the register.
 */
export async function listPointingTo(
  reader: Reader,
  definition: RegisterDefinition,
  pointers: readonly string[],
  target: string,
  limit: number,
): Promise<StoredRecord[]> {
  const conditions: Fragment[] = pointers.map(pointer => {
    const column = definition.columns.find(candidate => candidate.pointer === pointer)
    return column === undefined
      ? sql`jsonb_path_exists(r.data, ${jsonPath(pointer)}::jsonpath, jsonb_build_object('id', ${target}::text))`
      : sql`r.id in (select record from registers.${sql.ref(tableOf(definition))}
          where tenant = ${definition.owner} and ${sql.ref(`c_${column.name}`)} = ${target})`
  })
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${definition.owner} and r.register = ${definition.id} and upper_inf(r.recorded)
        and (${sql.join(conditions, sql` or `)}) order by r.id limit ${limit}`,
  )
  return found.map(toRecord)
}
