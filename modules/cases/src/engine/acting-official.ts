import type { Actor } from '@tereze/operation'
import type { CaseRow } from '../store/cases.ts'

/** Whether an official may make acts in a case: of its department where both have one, and never in an own case. */
export function mayActIn(actor: Actor, row: CaseRow): 'yes' | 'not-found' | 'own' {
  if (actor.kind !== 'official') return 'not-found'
  if (actor.unit !== null && row.department !== null && actor.unit !== row.department) return 'not-found'
  return row.person === actor.id ? 'own' : 'yes'
}
