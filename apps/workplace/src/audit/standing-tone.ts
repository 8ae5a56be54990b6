import type { getLogState } from '@tereze/audit/contract'
import type { OutputOf } from '@tereze/operation'

type State = OutputOf<typeof getLogState>['witnesses'][number]['state']

/** The tone of how it stands with a witness: a witness that cannot be reached is late, one that does not agree is a "no". */
export function standingTone(state: State): 'done' | 'later' | 'no' {
  if (state === 'cosigned') return 'done'
  return state === 'silent' ? 'later' : 'no'
}
