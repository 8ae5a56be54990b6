import { type Calendar, type DeadlineRules, deadline } from '@tereze/working-time'
import type { DeclaredDuty } from '../definition/leak-duties.ts'

/** A duty with the instant until which it is to be done. */
export interface RunningDuty {
  readonly duty: string
  readonly addressee: DeclaredDuty['to']
  readonly source: string
  readonly dueAt: string
}

/** How a jurisdiction counts, and where. */
export interface Counting {
  readonly calendar: Calendar
  readonly rules: DeadlineRules
  readonly zone: string
}

/** The calendar of the jurisdiction says nothing of the days that a term reaches. */
export class TermUncountable extends Error {
  override readonly name = 'TermUncountable'
}

/**
 * The clocks that a leak starts when it becomes known.
 * @throws TermUncountable when the calendar does not cover a term.
 */
export function startClocks(duties: readonly DeclaredDuty[], known: string, counting: Counting): RunningDuty[] {
  return duties.map(({ id, to, term, source }) => {
    const counted = deadline({ from: known, term, ...counting })
    if (!counted.ok) throw new TermUncountable(`${id}: ${counted.refusal.code}`)
    return { duty: id, addressee: to, source, dueAt: counted.at }
  })
}
