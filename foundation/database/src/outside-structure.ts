import pg from 'pg'
import type { ViewName } from './outside-views.ts'
import { openReadOnly, type ViewProblem } from './read-only-session.ts'

/** A column as the catalogue of the database describes it; a domain is described by the type below it. */
export interface OutsideColumn {
  readonly name: string
  /** As SQL writes it, e.g. `numeric(12,2)`. */
  readonly type: string
  /** The name of the type in the catalogue, e.g. `numeric`; `enum` for one whose values are listed. */
  readonly base: string
  readonly digits: number | null
  readonly scale: number | null
  readonly longest: number | null
  readonly codes: readonly string[] | null
  readonly required: boolean
  /** Whether this role may read it. */
  readonly readable: boolean
  readonly comment: string | null
}

/** A view or table of a database that is not ours. */
export interface OutsideRelation {
  /** `schema.name`. */
  readonly name: string
  readonly kind: 'table' | 'view'
  readonly comment: string | null
  readonly columns: readonly OutsideColumn[]
  /** Its unique keys, each by its columns. */
  readonly keys: readonly (readonly string[])[]
}

/** What a role of a database may do beside reading. */
export interface OutsideRole {
  readonly name: string
  /** Its powers over the whole server: `superuser`, `createrole`, `createdb`, `replication`, `bypassrls`. */
  readonly powers: readonly string[]
  /** Some of the tables and sequences that it may change. */
  readonly writes: readonly string[]
  /** Some of the schemas, or the database, in which it may create. */
  readonly creates: readonly string[]
}

/** The catalogue of a database that is not ours, as one role sees it. */
export interface OutsideStructure {
  /** Views and tables that the role may read something of. */
  list(): Promise<readonly { name: string; kind: 'table' | 'view'; comment: string | null }[] | ViewProblem>
  /** One of them with its columns and keys; null when there is none, or when it is hidden. */
  find(view: ViewName): Promise<OutsideRelation | null | ViewProblem>
  role(): Promise<OutsideRole | ViewProblem>
  close(): Promise<void>
}

const patience = 15_000

const relations = `select c.oid, n.nspname || '.' || c.relname as name,
  case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind, obj_description(c.oid, 'pg_class') as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`

const columnsOf = `with recursive based as (
    select a.attnum, t.oid as type, t.typtype, t.typbasetype, t.typtypmod,
      case when t.typtype = 'd' then t.typtypmod else a.atttypmod end as mod
    from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
    union all
    select b.attnum, t.oid, t.typtype, t.typbasetype, t.typtypmod,
      case when t.typtype = 'd' and t.typtypmod >= 0 then t.typtypmod else b.mod end
    from based b join pg_type t on t.oid = b.typbasetype where b.typtype = 'd')
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    case when t.typtype = 'e' then 'enum' else t.typname end as base,
    case when t.typname = 'numeric' then information_schema._pg_numeric_precision(t.oid, b.mod) end as digits,
    case when t.typname = 'numeric' and b.mod >= 0 then information_schema._pg_numeric_scale(t.oid, b.mod) end as scale,
    information_schema._pg_char_max_length(t.oid, b.mod) as longest,
    case when t.typtype = 'e' then (select array_agg(e.enumlabel::text order by e.enumsortorder)
      from pg_enum e where e.enumtypid = t.oid) end as codes,
    a.attnotnull as required, has_column_privilege(a.attrelid, a.attnum, 'select') as readable,
    col_description(a.attrelid, a.attnum) as comment
  from based b join pg_type t on t.oid = b.type join pg_attribute a on a.attrelid = $1 and a.attnum = b.attnum
  where b.typtype <> 'd' order by a.attnum`

const keysOf = `select array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality k(attnum, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum where k.place <= i.indnkeyatts order by k.place) as columns
  from pg_index i where i.indrelid = $1 and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
  order by i.indisprimary desc, i.indexrelid`

const roleItself = `select rolname as name, array_remove(array[case when rolsuper then 'superuser' end,
    case when rolcreaterole then 'createrole' end, case when rolcreatedb then 'createdb' end,
    case when rolreplication then 'replication' end, case when rolbypassrls then 'bypassrls' end], null) as powers,
  array(select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and case
      when c.relkind = 'S' then has_sequence_privilege(c.oid, 'usage, update')
      when c.relkind in ('r', 'p', 'v', 'm', 'f') then pg_has_role(c.relowner, 'usage')
        or has_table_privilege(c.oid, 'insert, update, delete, truncate') or has_any_column_privilege(c.oid, 'insert, update')
      else false end order by 1 limit 5) as writes,
  array(select n.nspname::text from pg_namespace n where n.nspname !~ '^pg_' and has_schema_privilege(n.oid, 'create') limit 5)
    || array(select current_database()::text where has_database_privilege(current_database(), 'create')) as creates
  from pg_roles where rolname = current_user`

/** Opens the catalogue of a database that is not ours; every session is read-only, and no row of a table is read. */
export function openOutsideStructure(options: { url: string }): OutsideStructure {
  const session = openReadOnly(options)
  return {
    async list() {
      type Row = { name: string; kind: 'table' | 'view'; comment: string | null }
      const found = await session.ask<Row>(
        `select name, kind, comment from (${relations}) r where has_any_column_privilege(r.oid, 'select') order by name`,
        [],
        patience,
      )
      return found
    },
    async find({ schema, name }) {
      type Row = { oid: string } & Omit<OutsideRelation, 'columns' | 'keys'>
      const found = await session.ask<Row>(
        `select * from (${relations} and n.nspname = $1 and c.relname = $2) r`,
        [schema, name],
        patience,
      )
      if ('problem' in found) return found
      const [relation] = found
      if (relation === undefined) return null
      const { oid, ...known } = relation
      const columns = await session.ask<OutsideColumn>(columnsOf, [oid], patience)
      const keys = await session.ask<{ columns: string[] }>(keysOf, [oid], patience)
      if ('problem' in columns) return columns
      if ('problem' in keys) return keys
      return { ...known, columns, keys: keys.map(key => key.columns) }
    },
    async role() {
      const found = await session.ask<OutsideRole>(roleItself, [], patience)
      if ('problem' in found) return found
      const [role] = found
      return role ?? { problem: 'failed', detail: '' }
    },
    close: () => session.close(),
  }
}

/**
 * The statements by which the owner of a database lets a role read some columns of a view and nothing else. The password is the
 * owner's to set.
 */
export function grantsForReading(role: string, view: ViewName, columns: readonly string[], database: string): string[] {
  const [who, schema, name] = [role, view.schema, view.name].map(pg.escapeIdentifier)
  const read = columns.map(column => pg.escapeIdentifier(column)).join(', ')
  return [
    `create role ${who} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;`,
    `alter role ${who} set default_transaction_read_only = on;`,
    `grant connect on database ${pg.escapeIdentifier(database)} to ${who};`,
    `grant usage on schema ${schema} to ${who};`,
    `grant select (${read}) on ${schema}.${name} to ${who};`,
  ]
}
