import { type Fragment, type Reader, rows, sql } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** What can say when it has something to do: a job, or whatever else waits in rows. */
export interface Waiting {
  readonly name: string
  readonly due?: Fragment<Due>
}

/**
 * From when each has something to do, in milliseconds since 1970, asked in one statement; null for nothing. Whatever cannot say is not
 * in the answer.
 */
export async function whenDue(reader: Reader, all: readonly Waiting[]): Promise<ReadonlyMap<string, number | null>> {
  const asked = all.flatMap(({ name, due }) =>
    due === undefined
      ? []
      : [
          sql`select ${sql.lit(name)} as name, ceil((select extract(epoch from min(at)) from (${due}) as due) * 1000)::float8 as at`,
        ],
  )
  if (asked.length === 0) return new Map()
  const found = await rows(reader, sql<{ name: string; at: number | null }>`${sql.join(asked, sql` union all `)}`)
  return new Map(found.map(({ name, at }) => [name, at]))
}
