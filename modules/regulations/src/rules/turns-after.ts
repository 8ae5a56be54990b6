import { type LifeCycle, type RuleMaking, type TurnKind, turnsOf } from '@tereze/regulation'
import type { Term } from '@tereze/working-time'

/** Whose turn it is with its term, as it is kept. */
export interface KeptTurn {
  /** `org:…` */
  readonly body: string
  readonly what: TurnKind
  /** The text that it is about; another text is another turn. */
  readonly content: string
  readonly since: string
  /** The last day of the term, and the instant at which it is over; null: there is no term. */
  readonly due: string | null
  readonly dueAt: string | null
  readonly late: boolean
}

/** Until when something is due; null where the calendar does not reach so far. */
export type CountTerm = (from: string, term: Term) => { readonly date: string; readonly at: string } | null

/** Turns that are about a text: whoever spoke of another one speaks anew, within a new term. */
const ofText: ReadonlySet<TurnKind> = new Set(['speak', 'expertise'])

function termOf(what: TurnKind, rules: RuleMaking): Term | undefined {
  if (what === 'speak') return rules.agreement.term as Term | undefined
  if (what === 'expertise') return rules.expertise?.term as Term | undefined
  if (what === 'decide') return rules.disagreements.term as Term | undefined
  if (what === 'register') return rules.registration?.term as Term | undefined
  return undefined
}

/** Whose turn it is after a step: turns that go on keep their terms, new ones begin now. */
export function turnsAfter(
  before: readonly KeptTurn[],
  life: LifeCycle,
  { rules, now, count }: { readonly rules: RuleMaking; readonly now: string; readonly count: CountTerm },
): readonly KeptTurn[] {
  return turnsOf(life, rules).map(({ body, what }) => {
    const known = before.find(
      one => one.body === body && one.what === what && (!ofText.has(what) || one.content === life.content),
    )
    if (known !== undefined) return known
    const term = termOf(what, rules)
    const due = term === undefined ? null : count(now, term)
    return {
      body,
      what,
      content: life.content,
      since: now,
      due: due?.date ?? null,
      dueAt: due?.at ?? null,
      late: false,
    }
  })
}
