import { getRow, sql, type Tx } from '@tereze/foundation-database'
import type { RegisterDefinition } from '../definition/definition.ts'
import { keepingPast, projecting } from './projection.ts'
import { addingVersion, closingVersion, type NewVersion } from './records.ts'

/** How it went: whether the version before was the current one, whether the next was added, and which keys another record holds. */
export interface Replaced {
  readonly closed: boolean
  readonly added: boolean
  readonly held: readonly string[]
}

/**
 * Puts the next version of a record in the place of the current one: time of knowledge, content, keys, projection and past, in one
 * statement, because each statement of its own costs more than what it does. Nothing may be kept of it unless all went well.
 */
export async function replaceVersion(
  tx: Tx,
  definition: RegisterDefinition,
  before: number,
  next: NewVersion,
  keys: readonly { readonly key: string; readonly value: string }[],
  columns: Readonly<Record<string, unknown>>,
): Promise<Replaced> {
  const { register, record } = next
  const own = sql`k.tenant = ${tx.tenant} and k.register = ${register} and k.record = ${record}`
  return getRow(
    tx,
    sql<Replaced>`with wanted as (
        select * from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ value }) => value)}::text[]) as w (key, value)
      ), fresh as (
        select w.key, w.value from wanted w
        where (select k.record from registers.keys k
          where k.tenant = ${tx.tenant} and k.register = ${register} and k.key = w.key and k.value = w.value) is distinct from ${record}
      ), closed as (${closingVersion(tx, register, record, before, next.now)} returning id
      ), freed as (
        delete from registers.keys k
        where ${own} and not exists (select from wanted w where w.key = k.key and w.value = k.value)
      ), claimed as (
        insert into registers.keys (tenant, register, key, value, record)
        select ${tx.tenant}, ${register}, key, value, ${record} from fresh on conflict do nothing returning key
      ), added as (${addingVersion(tx, next, sql`exists (select from closed)`)} returning id
      ), past as (${keepingPast(tx, definition, record, before)}
      ), shown as (${projecting(tx, definition, record, columns)})
      select exists (select from closed) as closed, exists (select from added) as added,
        array(select key from fresh except select key from claimed) as held`,
  )
}
