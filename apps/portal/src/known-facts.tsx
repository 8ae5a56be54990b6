import { type FactLine, Facts } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { factValue, isReadable } from './fact-value.ts'
import { sourceLine } from './source-line.ts'
import type { SpokenText, Ui } from './ui.ts'

/** A value that we hold, with where it is from. */
export interface KnownFact {
  readonly key: string
  readonly label: SpokenText
  readonly value: unknown
  readonly as: string
  readonly source: SpokenText | null
  readonly at: string | null
  /** What can be done about it. */
  readonly action?: ReactNode
  /** True when answers about it differ. */
  readonly conflict?: boolean
  /** True when it is older than the service wants it. */
  readonly stale?: boolean
  /** Why its source gave no answer, or none when it was asked again. */
  readonly fault?: string
  /** What the source said before it was asked again; value null: nothing. */
  readonly before?: { readonly value: unknown; readonly as: string; readonly at: string }
}

/** How many facts are seen before one asks for all. */
const FIRST = 7

/** What we know and from where; what differs comes first, a long list opens on demand. */
export function KnownFacts(props: {
  facts: readonly KnownFact[]
  ui: Ui
  wide?: boolean
  /** True after the decision: nobody looks at differing answers any more. */
  decided?: boolean
}): ReactNode {
  const { facts, ui, wide } = props
  const readable = facts.filter(fact => isReadable(fact.value))
  const ordered = [...readable.filter(fact => fact.conflict), ...readable.filter(fact => !fact.conflict)]
  if (ordered.length === 0) return <p className="soft">{ui.t('situation.known.none')}</p>
  const lines = ordered.map(fact => factLine(fact, props.decided === true, ui))
  if (wide || lines.length <= FIRST + 2) return <Facts lines={lines} wide={wide === true} />
  return (
    <>
      <Facts lines={lines.slice(0, FIRST)} />
      <details className="more">
        <summary>{ui.t('known.all', { count: lines.length })}</summary>
        <Facts lines={lines.slice(FIRST)} />
      </details>
    </>
  )
}

function factLine(fact: KnownFact, decided: boolean, ui: Ui): FactLine {
  return {
    key: fact.key,
    label: ui.say(fact.label),
    value: factValue(fact.value, fact.as, ui),
    source: sourceLine(fact.source, fact.at, ui),
    ...(fact.action === undefined ? {} : { action: fact.action }),
    warning: warningOf(fact, decided, ui),
  }
}

/** What must be known with a value: that answers differ, that it is another than before, that it may be old. */
export function warningOf(fact: KnownFact, decided: boolean, ui: Ui): string | undefined {
  const { conflict, stale, fault, before } = fact
  if (conflict) return ui.t(decided ? 'case.differed' : 'case.differ')
  if (before !== undefined) {
    const day = ui.dayOf(before.at)
    return before.value === null
      ? ui.t('case.appeared', { day })
      : ui.t('case.changed', { day, before: factValue(before.value, before.as, ui) })
  }
  if (!stale) return undefined
  return ui.t(fault === undefined ? 'case.stale' : 'case.not-renewed')
}
