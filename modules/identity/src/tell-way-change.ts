import type { Tx } from '@tereze/foundation-database'
import { insertEvent } from '@tereze/foundation-events'
import type { Context, Ids } from '@tereze/foundation-operations'
import { type Way, type WayDeed, wayChanged } from './contract/index.ts'
import { insertWayChange } from './store/way-changes.ts'

/** What happened to the way into an account. */
export interface ToldChange {
  readonly account: string
  readonly way: Way
  readonly deed: WayDeed
  /** Which of several; absent where there is one of its kind. */
  readonly thing?: string
}

/** Keeps a change and announces it with whatever else the operation does. */
export async function tellWayChange(
  { tx, ids, now, emit }: Pick<Context, 'tx' | 'ids' | 'now' | 'emit'>,
  { thing = null, ...told }: Omit<ToldChange, 'thing'> & { readonly thing?: string | null },
): Promise<void> {
  const change = ids.newId('change')
  await insertWayChange(tx, { ...told, change, thing, now })
  await emit(wayChanged, { subject: told.account, data: { ...told, change } })
}

/** The same in the middle of a sign-in, which is a transaction of no operation: whose account it is did it. */
export function tellWayChangeAlone(tx: Tx, about: { now: Date; ids: Ids }, change: ToldChange): Promise<void> {
  const { now, ids } = about
  return tellWayChange(
    {
      tx,
      ids,
      now,
      emit: async (definition, { subject, data }) =>
        insertEvent(tx, {
          id: ids.newUuid(),
          type: definition.type,
          version: definition.version,
          tenant: tx.tenant,
          subject,
          time: now.toISOString(),
          actor: change.account,
          onBehalfOf: null,
          ground: null,
          correlation: ids.newUuid(),
          causation: null,
          data,
        }),
    },
    change,
  )
}
