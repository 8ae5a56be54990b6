import { getRow, sql, type Tx } from '@tereze/foundation-database'
import type { RegisterDefinition } from '../definition/definition.ts'
import { projecting } from './projection.ts'
import { addingVersion, type NewVersion } from './records.ts'

/** How it went: whether the record had no such version yet, and which keys another record holds. */
export interface Begun {
  readonly added: boolean
  readonly held: readonly string[]
}

/**
 * Gives a record a current version that has none: content, keys and projection, in one statement, because each statement of its own costs
 * more than what it does. Nothing may be kept of it unless all went well.
 */
export async function beginRecord(
  tx: Tx,
  definition: RegisterDefinition,
  first: NewVersion,
  keys: readonly { readonly key: string; readonly value: string }[],
  columns: Readonly<Record<string, unknown>>,
): Promise<Begun> {
  const { register, record } = first
  return getRow(
    tx,
    sql<Begun>`with wanted as (
        select * from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ value }) => value)}::text[]) as w (key, value)
      ), claimed as (
        insert into registers.keys (tenant, register, key, value, record)
        select ${tx.tenant}, ${register}, key, value, ${record} from wanted on conflict do nothing returning key, value
      ), added as (${addingVersion(tx, first, sql`true`)} returning id
      ), shown as (${projecting(tx, definition, record, columns)})
      select exists (select from added) as added,
        array(select w.key from wanted w
          where not exists (select from claimed c where c.key = w.key and c.value = w.value)
            and not exists (select from registers.keys k where k.tenant = ${tx.tenant} and k.register = ${register}
              and k.key = w.key and k.value = w.value and k.record = ${record})) as held`,
  )
}
