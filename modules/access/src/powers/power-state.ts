import type { PowerState } from '../contract/power.ts'
import type { PowerRow } from '../store/powers.ts'

/**
 * Where a power stands on a day: one that was given on stands only as long as every power above it.
 * @param above powers by id, those above it among them.
 */
export function powerState(power: PowerRow, above: ReadonlyMap<string, PowerRow>, today: string): PowerState {
  const own = ownState(power, today)
  if ((own !== 'in-force' && own !== 'offered' && own !== 'not-yet') || power.parent === null) return own
  const parent = above.get(power.parent)
  return parent !== undefined && powerState(parent, above, today) === 'in-force' ? own : 'broken'
}

function ownState({ state, from, until, confirmedUntil }: PowerRow, today: string): PowerState {
  if (state === 'refused' || state === 'ended') return state
  if (today > until) return 'lapsed'
  if (state === 'offered') return 'offered'
  // A register that is silent says no yes.
  if (confirmedUntil !== null && today > confirmedUntil) return 'unconfirmed'
  return today < from ? 'not-yet' : 'in-force'
}
