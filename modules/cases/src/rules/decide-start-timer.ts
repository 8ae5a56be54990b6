import { firstDueOf, type Schedule, type TimerDefinition } from '@tereze/bpmn'

/** What is kept of a timer that begins cases. */
export interface KeptTimer {
  readonly serviceVersion: string
  readonly register: string | null
  readonly definition: TimerDefinition | null
}

/** What to do with a timer of the newest version: leave it, note the version alone, or count anew when it is due. */
export type TimerDeed = 'leave' | 'rename' | 'arm'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The members of a definition in one order: what was stored as JSON has lost the order in which it was written. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  )
}

/**
 * Whether a timer that begins cases has to be set anew: it is new, or a newer version of its service has changed it. A node that
 * does not know the version that is kept (`known`, oldest first) is behind, and leaves the timer alone.
 */
export function decideTimer(kept: KeptTimer | null, wanted: KeptTimer, known: readonly string[]): TimerDeed {
  if (kept === null) return 'arm'
  if (kept.serviceVersion === wanted.serviceVersion) return 'leave'
  const [before, after] = [known.indexOf(kept.serviceVersion), known.indexOf(wanted.serviceVersion)]
  if (before === -1 || before > after) return 'leave'
  return same(ordered(kept.definition), ordered(wanted.definition)) && kept.register === wanted.register
    ? 'rename'
    : 'arm'
}

/** A working term's end, counted by the owner's calendar. */
export type CountTerm = (term: unknown) => string

/**
 * When a timer is due first. A date that an earlier version has fired already (`before`) is not due again in a newer one.
 */
export function decideFirstDue(
  definition: TimerDefinition,
  moment: { readonly now: string; readonly zone: string },
  countTerm: CountTerm,
  isNew: boolean,
): Schedule | null {
  const due = firstDueOf(definition, moment)
  if (due === undefined) return null
  if ('term' in due) return { at: countTerm(due.term) }
  return definition.kind === 'date' && !isNew && due.at <= moment.now ? null : due
}
