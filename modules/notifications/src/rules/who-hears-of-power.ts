import type { powerChanged } from '@tereze/access/contract'
import type { EventData } from '@tereze/operation'

/** Who is told of a change of a power: the other side of whoever made it; an organisation hears by the one who gave it for the organisation. */
export function whoHearsOfPower({ change, by, delegate, givenBy }: EventData<typeof powerChanged>): string {
  if (change === 'offered') return delegate
  return change === 'ended' && by !== delegate ? delegate : givenBy
}
