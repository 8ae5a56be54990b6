import { type Fragment, type Reader, rows, sql } from '@tereze/foundation-database'
import type { Criterion } from '../contract/record.ts'
import { mostGroups, type TallyGrain, type TallyGroup } from '../contract/tally.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import { condition, tableOf } from './projection.ts'

/** What is counted, by which columns. */
export interface Tally {
  readonly where: Readonly<Record<string, Criterion>>
  readonly by: readonly { readonly column: string; readonly grain?: TallyGrain }[]
  readonly sum?: string | undefined
  readonly before?: { readonly column: string; readonly date: string } | undefined
}

const grains: Readonly<Record<TallyGrain, string>> = {
  day: 'YYYY-MM-DD',
  month: 'YYYY-MM',
  quarter: 'YYYY-"Q"Q',
  year: 'YYYY',
}

const place = (column: string) => sql.ref(`c_${column}`)

/** Current records counted by columns of the projection, which the caller has checked, in the order of their codes. */
export function tallyProjected(reader: Reader, definition: RegisterDefinition, tally: Tally): Promise<TallyGroup[]> {
  const codes = tally.by.map(({ column, grain }) =>
    grain === undefined
      ? sql`coalesce(${place(column)}::text, '')`
      : sql`coalesce(to_char(${place(column)}, ${grains[grain]}), '')`,
  )
  const conditions: Fragment[] = [
    sql`tenant = ${definition.owner}`,
    ...Object.entries(tally.where).map(([name, wanted]) => condition(definition, name, wanted)),
  ]
  if (tally.before !== undefined) conditions.push(sql`${place(tally.before.column)} < ${tally.before.date}::date`)
  const added = tally.sum === undefined ? sql`null` : place(tally.sum)
  return rows(
    reader,
    sql<TallyGroup>`select codes, count(*)::int as count, sum(added)::float8 as sum, max(added)::float8 as largest
      from (select array[${codes.length === 0 ? sql`` : sql.join(codes)}]::text[] as codes, ${added}::numeric as added
        from registers.${sql.ref(tableOf(definition))} where ${sql.join(conditions, sql` and `)}) as counted
      group by codes order by codes limit ${mostGroups}`,
  )
}
