import type { Database, Reader } from '@tereze/foundation-database'
import type { Clock, Ids } from '@tereze/foundation-operations'
import { port } from '@tereze/operation'
import { platform } from './platform.ts'
import type { NetworkPlaces } from './ports/network-places/port.ts'
import { decideTravel, type Travel } from './rules/decide-travel.ts'
import { networkOf } from './rules/network-of.ts'
import { findLastTraceForUpdate, insertTrace, listTravels } from './store/sign-in-traces.ts'

const day = 86_400_000

/** Coarse traces of where sign-ins came from. */
export interface SignInTraces {
  /** Keeps from what network somebody signed in. Nothing of it holds a sign-in up: a place that cannot be found stays unknown. */
  note(signIn: { account: string; address: string | undefined; correlation: string }): Promise<void>
}
/** Bound by `createIdentity`. */
export const signInTraces = port<SignInTraces>('identity.sign-in-traces')

/** Traces in the database. @param options.days for how many days they are kept, 0: none are. */
export function createSignInTraces(options: {
  database: Database
  clock: Clock
  ids: Ids
  places: NetworkPlaces | null
  days: number
  onError: (error: Error) => void
}): SignInTraces {
  const { database, clock, ids, places, days, onError } = options

  async function placeOf(address: string) {
    try {
      return (await places?.find(address)) ?? null
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
      return null
    }
  }

  return {
    async note({ account, address = '', correlation }) {
      const network = networkOf(address)
      if (days === 0 || network === null) return
      const place = await placeOf(address)
      const now = clock.now()
      const until = new Date(now.getTime() + days * day)
      await database.transaction(platform, async tx => {
        const last = place === null ? null : await findLastTraceForUpdate(tx, account)
        const earlier = last === null ? null : { at: new Date(last.at), place: last }
        const travel = decideTravel(earlier, { at: now, place })
        await insertTrace(tx, { trace: ids.newId('trace'), account, correlation, network, place, travel, now, until })
      })
    },
  }
}

/** Journeys between sign-ins and those before them, by the correlation of the sign-in; for rules of vigilance. */
export async function findTravels(
  reader: Reader,
  correlations: readonly string[],
): Promise<ReadonlyMap<string, Travel>> {
  if (correlations.length === 0) return new Map()
  const found = await listTravels(reader, platform, correlations)
  return new Map(found.map(({ correlation, kilometres, minutes }) => [correlation, { kilometres, minutes }]))
}
