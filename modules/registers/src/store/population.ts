import { findRow, type Reader, sql } from '@tereze/foundation-database'
import type { ColumnType, RegisterDefinition } from '../definition/definition.ts'
import { tableOf } from './projection.ts'

/** A column as PostgreSQL gives it: values by position, null where there is none, dates as days since 1970-01-01. */
export type ReadColumn = readonly (string | number | boolean | null)[]

/** How a value goes over the wire: what JSON has a word for as it is, and dates as whole days, which are a third of the text. */
const sent: Readonly<Record<ColumnType, (place: string) => string>> = {
  text: place => place,
  number: place => `${place}::float8`,
  date: place => `(${place} - date '1970-01-01')`,
  boolean: place => place,
  instant: place => `to_char(${place} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
}

/**
 * Columns of the next current records after an id, in id order, at most so many; null after the last. The whole portion comes
 * as one row with an array a column: a row a record would cost more to take apart than to decide.
 * @throws Error for a column that the register does not project.
 */
export async function readColumns(
  reader: Reader,
  definition: Pick<RegisterDefinition, 'id' | 'version' | 'owner' | 'columns'>,
  names: readonly string[],
  after: string,
  limit: number,
): Promise<{ readonly last: string; readonly count: number; readonly columns: readonly ReadColumn[] } | null> {
  const wanted = names.map(name => {
    const column = definition.columns.find(candidate => candidate.name === name)
    if (column === undefined) throw new Error(`register ${definition.id} projects no ${name}`)
    return column
  })
  const arrays = wanted.map(({ name, type }) => sql`json_agg(${sql.raw(sent[type](`"c_${name}"`))})`)
  const found = await findRow(
    reader,
    sql<{ last: string | null; count: number; columns: ReadColumn[] }>`
      select max(record) as last, count(*)::int as count, json_build_array(${sql.join(arrays)}) as columns
      from (
        select * from registers.${sql.ref(tableOf(definition))}
        where tenant = ${definition.owner} and record > ${after} order by record limit ${limit}
      ) portion`,
  )
  if (found === null || found.last === null) return null
  return { last: found.last, count: found.count, columns: found.columns }
}
