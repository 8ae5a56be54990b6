import { type Fragment, type Reader, rows, sql } from '@tereze/foundation-database'
import type { RegisterDefinition } from '../definition/definition.ts'
import type { Relation, RelationCondition } from '../definition/quality.ts'
import { sqlTypes, tableOf } from './projection.ts'

/** What a comparison with other records gave; where it does not apply, a column that it needs is empty. */
export interface Compared {
  readonly record: string
  readonly applies: boolean
  readonly exists: boolean
}

const columnOf = (alias: 'o' | 'p', name: string) =>
  name === 'id' ? sql.ref(`${alias}.record`) : sql.ref(`${alias}.c_${name}`)

/** Two columns with the same value, as their indexes have it: names without regard to capitals. */
function same(definition: RegisterDefinition, theirs: string, own: string): Fragment {
  const column = definition.columns.find(({ name }) => name === theirs)
  const [left, right] = [columnOf('o', theirs), columnOf('p', own)]
  return column?.search === 'prefix' ? sql`lower(${left}) = lower(${right})` : sql`${left} = ${right}`
}

const operators = { equal: '=', 'not-equal': '<>', less: '<', greater: '>' } as const

function comparison(definition: RegisterDefinition, { column, is, own, value }: RelationCondition): Fragment {
  const left = columnOf('o', column)
  if (is === 'empty') return sql`${left} is null`
  if (is === 'filled') return sql`${left} is not null`
  const type = definition.columns.find(({ name }) => name === column)?.type ?? 'text'
  const right = own === undefined ? sql`${String(value)}::text::${sql.raw(sqlTypes[type])}` : columnOf('p', own)
  return sql`${left} ${sql.raw(operators[is])} ${right}`
}

async function compare(
  reader: Reader,
  definition: RegisterDefinition,
  other: RegisterDefinition,
  records: readonly string[],
  columns: readonly string[],
  conditions: readonly Fragment[],
): Promise<Compared[]> {
  if (records.length === 0) return []
  const filled = columns.map(name => sql`${columnOf('p', name)} is not null`)
  return rows(
    reader,
    sql<Compared>`select p.record, (${sql.join(filled, sql` and `)}) as applies, exists (
        select from registers.${sql.ref(tableOf(other))} o
        where o.tenant = ${other.owner} and ${sql.join(conditions, sql` and `)}
      ) as exists
      from registers.${sql.ref(tableOf(definition))} p
      where p.tenant = ${definition.owner} and p.record = any(${records as string[]}::text[])`,
  )
}

/** Of each record, whether another one of its register has the same values in all these columns. */
export async function compareAlike(
  reader: Reader,
  definition: RegisterDefinition,
  columns: readonly string[],
  records: readonly string[],
): Promise<Compared[]> {
  const conditions = [sql`o.record <> p.record`, ...columns.map(name => same(definition, name, name))]
  return compare(reader, definition, definition, records, columns, conditions)
}

/** Of each record, whether a register of the same owner holds a record that belongs to it. */
export async function compareRelated(
  reader: Reader,
  definition: RegisterDefinition,
  other: RegisterDefinition,
  { by, where = [] }: Relation,
  records: readonly string[],
): Promise<Compared[]> {
  const pairs = Object.entries(by)
  const conditions = [
    ...pairs.map(([theirs, own]) => same(other, theirs, own)),
    ...where.map(condition => comparison(other, condition)),
    ...(other.id === definition.id ? [sql`o.record <> p.record`] : []),
  ]
  return compare(
    reader,
    definition,
    other,
    records,
    pairs.map(([, own]) => own),
    conditions,
  )
}
