import { type Reader, rows, sql } from '@tereze/foundation-database'

/** A record that a load wrote, and the first version of it that it wrote. */
export interface LoadedRow {
  readonly record: string
  readonly version: number
}

/** Records that a load wrote, after one of them, in the order of their ids. */
export async function listLoadedAfter(
  reader: Reader,
  tenant: string,
  register: string,
  load: string,
  after: string,
  limit: number,
): Promise<LoadedRow[]> {
  return rows(
    reader,
    sql<LoadedRow>`select id as record, min(version) as version from registers.records
      where tenant = ${tenant} and register = ${register} and source_kind = 'import' and source_reference = ${load} and id > ${after}
      group by id order by id limit ${limit}`,
  )
}
