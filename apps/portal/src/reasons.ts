import type { getOwnCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import type { ReasonNode } from '@tereze/ui-components'
import type { Ui } from './ui.ts'

/** One reason as the platform gives it: a decision, a rule, a fact. */
export type Reason = OutputOf<typeof getOwnCase>['reasons'][number]

/**
 * The reasons as a person reads them: the rules with what they rest on. Decisions only group rules, so their rules stand
 * in their place; what was not known says nothing; what two rules share is said once.
 */
export function reasonNodes(reasons: readonly Reason[], ui: Ui): ReasonNode[] {
  return nodes(reasons, ui, '', new Set())
}

function nodes(reasons: readonly Reason[], ui: Ui, place: string, said: Set<string>): ReasonNode[] {
  return reasons.flatMap((reason, index): ReasonNode[] => {
    const key = `${place}${index}`
    const because = reason.because as Reason[]
    if (reason.kind === 'decision' && because.length > 0) return nodes(because, ui, `${key}.`, said)
    const value = reason.valueText === undefined ? shownValue(reason.value, ui) : ui.say(reason.valueText)
    if (reason.kind === 'fact' && value === null && because.length === 0) return []
    const same = JSON.stringify([reason.kind, reason.text.en, reason.clause, reason.value])
    if (said.has(same)) return []
    said.add(same)
    return [
      {
        key,
        text: ui.say(reason.text),
        held: reason.held,
        ...(reason.held === null ? {} : { heldWords: ui.t(reason.held ? 'case.held' : 'case.not-held') }),
        ...(value === null ? {} : { value }),
        ...(reason.source === null ? {} : { source: ui.say(reason.source) }),
        ...(reason.clause === null ? {} : { clause: ui.t('case.clause', { clause: clauseNumber(reason.clause) }) }),
        because: nodes(because, ui, `${key}.`, said),
      },
    ]
  })
}

/** A value in words; null for what is nothing to a reader: no value, or data of a machine. */
function shownValue(value: string | null, ui: Ui): string | null {
  if (value === null || value === '' || value === 'null' || /^[[{]/.test(value)) return null
  if (value === 'true') return ui.t('form.yes')
  if (value === 'false') return ui.t('form.no')
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return ui.date(value)
  return value
}

/** `act:family-benefits/7.2` is clause 7.2 to a reader; the act stands in the decision itself. */
export function clauseNumber(clause: string): string {
  return clause.replace(/^act:[^/]*\//, '')
}
