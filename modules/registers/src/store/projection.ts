import { type Fragment, findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Criterion } from '../contract/record.ts'
import type { Column, ColumnType, RegisterDefinition } from '../definition/definition.ts'

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  number: 'numeric',
  date: 'date',
  boolean: 'boolean',
  instant: 'timestamptz',
}

const namePattern = /^[a-zA-Z][a-zA-Z0-9]{0,40}$/

/** Table of a register's typed projection; one a major version, so that both versions of a release can run. */
function tableOf({ id, version }: { id: string; version: string }): string {
  return `projection_${id.replaceAll('-', '_')}_${version.split('.')[0]}`
}

function checkedColumns(columns: readonly Column[]): readonly Column[] {
  for (const { name } of columns)
    if (!namePattern.test(name)) throw new Error(`column ${name} has no name for a column`)
  return columns
}

/** Makes (or extends) the typed projection of a register version. Runs when the package is published. */
export async function createProjection(tx: Tx, definition: RegisterDefinition): Promise<void> {
  const table = tableOf(definition)
  const columns = checkedColumns(definition.columns)
  const exists = await findRow(tx, sql`select from pg_tables where schemaname = 'registers' and tablename = ${table}`)
  if (exists === null) {
    await run(
      tx,
      sql`create table registers.${sql.ref(table)} (tenant text not null, record text not null,
        ${sql.raw(columns.map(column => `"c_${column.name}" ${sqlTypes[column.type]}`).join(', '))}
        ${sql.raw(columns.length > 0 ? ',' : '')} primary key (tenant, record))`,
    )
    await run(tx, sql`select tereze.own_by_tenant(${`registers.${table}`}::regclass)`)
  } else {
    for (const column of columns) {
      await run(
        tx,
        sql`alter table registers.${sql.ref(table)} add column if not exists ${sql.raw(`"c_${column.name}" ${sqlTypes[column.type]}`)}`,
      )
    }
  }
  for (const { name, search } of columns) {
    const index = `${table}_${name.toLowerCase()}`.slice(0, 60)
    const expression = search === 'prefix' ? `lower("c_${name}") text_pattern_ops` : `"c_${name}"`
    await run(
      tx,
      sql`create index if not exists ${sql.ref(index)} on registers.${sql.ref(table)} (tenant, ${sql.raw(expression)}, record)`,
    )
  }
}

/** Writes the projected columns of a record's current version. */
export async function upsertProjection(
  tx: Tx,
  definition: RegisterDefinition,
  record: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = checkedColumns(definition.columns).map(column => column.name)
  if (names.length === 0) return
  const columns = sql.join(names.map(name => sql.ref(`c_${name}`)))
  const given = sql.join(names.map(name => sql`${values[name] ?? null}`))
  const updates = sql.join(names.map(name => sql`${sql.ref(`c_${name}`)} = excluded.${sql.ref(`c_${name}`)}`))
  post(
    tx,
    sql`insert into registers.${sql.ref(tableOf(definition))} (tenant, record, ${columns})
      values (${tx.tenant}, ${record}, ${given}) on conflict (tenant, record) do update set ${updates}`,
  )
}

/** Writes the projected columns of many new records. */
export async function insertProjections(
  tx: Tx,
  definition: RegisterDefinition,
  records: readonly { record: string; columns: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  const columns = checkedColumns(definition.columns)
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

function condition(definition: RegisterDefinition, name: string, wanted: Criterion): Fragment {
  const column = name === 'id' ? null : definition.columns.find(candidate => candidate.name === name)
  if (column === undefined) throw new Error(`register ${definition.id} projects no ${name}`)
  const place = column === null ? sql`record` : sql`${sql.ref(`c_${name}`)}`
  const type = sql.raw(column === null ? 'text' : sqlTypes[column.type])
  if (wanted === null) return sql`${place} is null`
  if (column?.search === 'prefix') {
    const texts = (Array.isArray(wanted) ? wanted : [wanted]).map(String)
    return sql`lower(${place}) = any(array(select lower(text) from unnest(${texts}::text[]) as text))`
  }
  if (Array.isArray(wanted)) return sql`${place} = any(${wanted.map(String)}::text[]::${type}[])`
  return sql`${place} = ${wanted}::${type}`
}

/** Ids of current records whose columns are as wanted, after an id, in id order. */
export async function listProjected(
  reader: Reader,
  definition: RegisterDefinition,
  where: Readonly<Record<string, Criterion>>,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const conditions: Fragment[] = [sql`tenant = ${definition.owner}`]
  for (const [name, wanted] of Object.entries(where)) conditions.push(condition(definition, name, wanted))
  if (after !== null) conditions.push(sql`record > ${after}`)
  const found = await rows(
    reader,
    sql<{ record: string }>`select record from registers.${sql.ref(tableOf(definition))}
      where ${sql.join(conditions, sql` and `)} order by record limit ${limit}`,
  )
  return found.map(row => row.record)
}
