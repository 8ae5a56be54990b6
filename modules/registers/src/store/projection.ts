import { type Fragment, findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Criterion } from '../contract/record.ts'
import {
  type Column,
  type ColumnType,
  isFoundByWords,
  type RegisterDefinition,
  wordsColumn,
} from '../definition/definition.ts'

/** The SQL type of the values of a column. */
export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  number: 'numeric',
  date: 'date',
  boolean: 'boolean',
  instant: 'timestamptz',
}

const namePattern = /^[a-zA-Z][a-zA-Z0-9]{0,40}$/

/** Table of a register's typed projection; one a major version, so that both versions of a release can run. */
export function tableOf({ id, version }: { id: string; version: string }): string {
  return `projection_${id.replaceAll('-', '_')}_${version.split('.')[0]}`
}

/** Table of the columns of superseded versions: what a search of the past looks through besides the projection. */
export function pastTableOf({ id, version }: { id: string; version: string }): string {
  return `past_${id.replaceAll('-', '_')}_${version.split('.')[0]}`
}

/** The columns that are kept: those that the register declares, and the words by which it is searched. */
function keptColumns(definition: Pick<RegisterDefinition, 'columns'>): readonly Column[] {
  const columns = isFoundByWords(definition) ? [...definition.columns, wordsColumn] : definition.columns
  for (const { name } of columns)
    if (!namePattern.test(name)) throw new Error(`column ${name} has no name for a column`)
  return columns
}

const hasTable = async (tx: Tx, table: string) =>
  (await findRow(tx, sql`select from pg_tables where schemaname = 'registers' and tablename = ${table}`)) !== null

/** Makes a table; nobody waits for it, because what is done to it goes the same way. */
function createTable(tx: Tx, table: string, key: string, columns: readonly Column[]): void {
  const parts = [...columns.map(column => `"c_${column.name}" ${sqlTypes[column.type]}`), `primary key (${key})`]
  const version = key.includes('version') ? 'version integer not null,' : ''
  post(
    tx,
    sql`create table registers.${sql.ref(table)} (tenant text not null, record text not null,
      ${sql.raw(version)} ${sql.raw(parts.join(', '))})`,
  )
  post(tx, sql`select tereze.own_by_tenant(${`registers.${table}`}::regclass)`)
}

function createIndexes(tx: Tx, table: string, columns: readonly Column[]): void {
  for (const { name, search } of columns) {
    const index = `${table}_${name.toLowerCase()}`.slice(0, 60)
    if (name === wordsColumn.name) {
      if (table.startsWith('past_')) continue
      post(
        tx,
        sql`create index if not exists ${sql.ref(index)} on registers.${sql.ref(table)}
          using gin (${sql.ref(`c_${name}`)} public.gin_trgm_ops)`,
      )
      continue
    }
    const expression = search === 'prefix' ? `lower("c_${name}") text_pattern_ops` : `"c_${name}"`
    post(
      tx,
      sql`create index if not exists ${sql.ref(index)} on registers.${sql.ref(table)} (tenant, ${sql.raw(expression)}, record)`,
    )
  }
}

async function listColumnNames(tx: Tx, table: string): Promise<Set<string>> {
  const found = await rows(
    tx,
    sql<{ name: string }>`select attname as name from pg_attribute
      where attrelid = to_regclass(${`registers.${table}`}::text) and attnum > 0 and not attisdropped`,
  )
  return new Set(found.map(({ name }) => name))
}

/**
 * Makes (or extends) the typed projection of a register version and that of its past. Runs when the package is published.
 * @returns whether the tables have to be filled from the records: what was not there before is empty.
 */
export async function createProjection(tx: Tx, definition: RegisterDefinition): Promise<boolean> {
  const columns = keptColumns(definition)
  let isBehind = false
  const wanted = [
    { table: tableOf(definition), key: 'tenant, record' },
    { table: pastTableOf(definition), key: 'tenant, record, version' },
  ]
  for (const { table, key } of wanted) {
    if (await hasTable(tx, table)) {
      const there = await listColumnNames(tx, table)
      for (const { name, type } of columns.filter(column => !there.has(`c_${column.name}`))) {
        isBehind = true
        await run(
          tx,
          sql`alter table registers.${sql.ref(table)} add column ${sql.raw(`"c_${name}" ${sqlTypes[type]}`)}`,
        )
      }
    } else {
      isBehind = true
      createTable(tx, table, key, columns)
    }
    createIndexes(tx, table, columns)
  }
  return isBehind
}

/** The statement that keeps the projected columns of a record's current version beside those of its earlier ones. */
export function keepingPast(tx: Tx, definition: RegisterDefinition, record: string, version: number): Fragment {
  const names = sql.join([
    sql.ref('tenant'),
    sql.ref('record'),
    sql.ref('version'),
    ...keptColumns(definition).map(({ name }) => sql.ref(`c_${name}`)),
  ])
  const values = sql.join([
    sql.ref('tenant'),
    sql.ref('record'),
    sql`${version}::integer`,
    ...keptColumns(definition).map(({ name }) => sql.ref(`c_${name}`)),
  ])
  return sql`insert into registers.${sql.ref(pastTableOf(definition))} (${names})
      select ${values} from registers.${sql.ref(tableOf(definition))} where tenant = ${tx.tenant} and record = ${record}
      on conflict do nothing`
}

/** Keeps the projected columns of a record's current version beside those of its earlier ones, before the next takes its place. */
export function keepPast(tx: Tx, definition: RegisterDefinition, record: string, version: number): void {
  post(tx, keepingPast(tx, definition, record, version))
}

/** Writes the projected columns of a version that is superseded as it is written. */
export function insertPast(
  tx: Tx,
  definition: RegisterDefinition,
  record: string,
  version: number,
  values: Readonly<Record<string, unknown>>,
): void {
  const columns = keptColumns(definition)
  const names = sql.join(
    ['tenant', 'record', 'version', ...columns.map(({ name }) => `c_${name}`)].map(name => sql.ref(name)),
  )
  const given = sql.join([
    sql`${tx.tenant}`,
    sql`${record}`,
    sql`${version}::integer`,
    ...columns.map(({ name, type }) => {
      const value = values[name] ?? null
      return sql`${value === null ? null : String(value)}::text::${sql.raw(sqlTypes[type])}`
    }),
  ])
  const updates =
    columns.length === 0
      ? sql`nothing`
      : sql`update set ${sql.join(columns.map(({ name }) => sql`${sql.ref(`c_${name}`)} = excluded.${sql.ref(`c_${name}`)}`))}`
  post(
    tx,
    sql`insert into registers.${sql.ref(pastTableOf(definition))} (${names}) values (${given})
      on conflict (tenant, record, version) do ${updates}`,
  )
}

/** The statement that writes the projected columns of a record's current version. */
export function projecting(
  tx: Tx,
  definition: RegisterDefinition,
  record: string,
  values: Readonly<Record<string, unknown>>,
): Fragment {
  const names = keptColumns(definition).map(column => column.name)
  if (names.length === 0)
    return sql`insert into registers.${sql.ref(tableOf(definition))} (tenant, record) values (${tx.tenant}, ${record})
      on conflict do nothing`
  const columns = sql.join(names.map(name => sql.ref(`c_${name}`)))
  const given = sql.join(names.map(name => sql`${values[name] ?? null}`))
  const updates = sql.join(names.map(name => sql`${sql.ref(`c_${name}`)} = excluded.${sql.ref(`c_${name}`)}`))
  return sql`insert into registers.${sql.ref(tableOf(definition))} (tenant, record, ${columns})
    values (${tx.tenant}, ${record}, ${given}) on conflict (tenant, record) do update set ${updates}`
}

/** Writes the projected columns of a record's current version. */
export function upsertProjection(
  tx: Tx,
  definition: RegisterDefinition,
  record: string,
  values: Readonly<Record<string, unknown>>,
): void {
  post(tx, projecting(tx, definition, record, values))
}

/** Writes the projected columns of many new records. */
export async function insertProjections(
  tx: Tx,
  definition: RegisterDefinition,
  records: readonly { record: string; columns: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  const columns = keptColumns(definition)
  if (columns.length === 0) return
  const names = sql.join(columns.map(({ name }) => sql.ref(`c_${name}`)))
  const lists = columns.map(({ name, type }) => {
    const values = records
      .map(record => record.columns[name] ?? null)
      .map(value => (value === null ? null : String(value)))
    return sql`${values}::text[]::${sql.raw(sqlTypes[type])}[]`
  })
  post(
    tx,
    sql`insert into registers.${sql.ref(tableOf(definition))} (tenant, record, ${names})
      select ${tx.tenant}, given.* from unnest(${records.map(({ record }) => record)}::text[], ${sql.join(lists)}) as given`,
  )
}

/** The condition that a column is as wanted. */
export function condition(definition: RegisterDefinition, name: string, wanted: Criterion): Fragment {
  const column = name === 'id' ? null : definition.columns.find(candidate => candidate.name === name)
  if (column === undefined) throw new Error(`register ${definition.id} projects no ${name}`)
  const place = column === null ? sql`record` : sql`${sql.ref(`c_${name}`)}`
  const type = sql.raw(column === null ? 'text' : sqlTypes[column.type])
  if (wanted === null) return sql`${place} is null`
  if (column?.search === 'prefix') {
    // One value is compared as one: the index then gives its records in their order, and none is sorted.
    if (!Array.isArray(wanted)) return sql`lower(${place}) = lower(${String(wanted)}::text)`
    return sql`lower(${place}) = any(array(select lower(text) from unnest(${wanted.map(String)}::text[]) as text))`
  }
  if (Array.isArray(wanted)) return sql`${place} = any(${wanted.map(String)}::text[]::${type}[])`
  return sql`${place} = ${wanted}::${type}`
}

/** A condition that at most so many records meet is looked up alone, and what it finds is held against the others. */
const few = 2_000

/** A condition that names somebody or something is taken without counting the others when fewer records than this meet it. */
const handful = 65

/** How little a condition promises to narrow a search: 0 for one reference or key, 3 for what many records share. */
function breadthOf(definition: RegisterDefinition, name: string, wanted: Criterion): number {
  const column = definition.columns.find(candidate => candidate.name === name)
  if (wanted === null || column === undefined || column.type === 'boolean') return 3
  const { keys, references } = definition
  const names =
    references.some(({ pointer }) => pointer === column.pointer) ||
    keys.some(({ pointers }) => pointers.includes(column.pointer))
  return (names ? 0 : 1) + (Array.isArray(wanted) ? 1 : 0)
}

/**
 * Selects the ids (`record`) of current records whose columns are as wanted, after an id, in id order, at most so many. PostgreSQL, told to
 * give the first records in order, hopes to meet them soon and goes through a million where nothing meets two conditions together: so it is
 * counted first which condition few records meet, and of the ways to find them only that one is gone. What promises most is counted first,
 * and when a handful meets it, nothing else is (PostgreSQL carries out a part of `case` only when it comes to it); an id is not counted.
 */
export function selectingProjected(
  definition: RegisterDefinition,
  where: Readonly<Record<string, Criterion>>,
  after: string | null,
  limit: number,
): Fragment {
  const table = sql`registers.${sql.ref(tableOf(definition))}`
  const own = sql`tenant = ${definition.owner}`
  const sought = Object.entries(where)
    .map(([name, value]) => ({
      breadth: breadthOf(definition, name, value),
      met: condition(definition, name, value),
    }))
    .sort((one, other) => one.breadth - other.breadth)
  const all = [own, ...sought.map(({ met }) => met), ...(after === null ? [] : [sql`record > ${after}`])]
  const from = (source: Fragment, more: readonly Fragment[]) =>
    sql`select record from ${source} where ${sql.join([...all, ...more], sql` and `)} order by record limit ${limit}`
  if (sought.length < 2 || Object.hasOwn(where, 'id')) return from(table, [])
  const count = (met: Fragment, most: number) =>
    sql`(select count(*) from (select from ${table} where ${own} and ${met} limit ${sql.lit(most)}) met)`
  const handfuls = sought.flatMap(({ breadth, met }, place) =>
    breadth < 3 ? sql`when ${count(met, handful)} < ${sql.lit(handful)} then ${sql.lit(place + 1)}` : [],
  )
  const fewest = sql`(select case when min(met) > ${sql.lit(few)} then 0 else (array_agg(place order by met, place))[1] end
      from unnest(array[${sql.join(sought.map(({ met }) => count(met, few + 1)))}]) with ordinality as counted (met, place))`
  const rarest = handfuls.length === 0 ? fewest : sql`case ${sql.join(handfuls, sql` `)} else ${fewest} end`
  const isRarest = (place: number) => sql`(select place from rarest) = ${sql.lit(place)}`
  const ways = sought.map(({ met }, place) =>
    from(sql`(select * from ${table} where ${own} and ${met} offset 0) as few`, [isRarest(place + 1)]),
  )
  return sql`with rarest as materialized (select ${rarest} as place)
    select record from (${sql.join(
      [from(table, [isRarest(0)]), ...ways].map(way => sql`(${way})`),
      sql` union all `,
    )}) found order by record limit ${limit}`
}

/** Ids of current records whose columns are as wanted, after an id, in id order. */
export async function listProjected(
  reader: Reader,
  definition: RegisterDefinition,
  where: Readonly<Record<string, Criterion>>,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const found = await rows(reader, selectingProjected(definition, where, after, limit) as Fragment<{ record: string }>)
  return found.map(row => row.record)
}

/** Takes a record out of the projection: it is no current one any more. */
export function deleteProjection(tx: Tx, definition: RegisterDefinition, record: string): void {
  post(
    tx,
    sql`delete from registers.${sql.ref(tableOf(definition))} where tenant = ${tx.tenant} and record = ${record}`,
  )
}
