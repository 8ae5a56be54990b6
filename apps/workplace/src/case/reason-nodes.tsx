import type { ReasonNode } from '@tereze/ui-components'
import { isMessageId } from '../words/messages.ts'
import type { Words } from '../words/words.ts'
import { clauseWords } from './clause.ts'
import { valueLines } from './value-lines.ts'
import type { CaseView } from './view.ts'

type Reason = CaseView['reasons'][number]

/** Reasons as the tree that the design system draws: decision → rule → fact, each with its paragraph. */
export function reasonNodes(reasons: readonly Reason[], words: Words): readonly ReasonNode[] {
  return reasons.map((reason, index) => ({
    key: String(index),
    text: words.pick(reason.text),
    held: reason.held,
    ...(reason.held === null ? {} : { heldWords: words.say(reason.held ? 'reason.held' : 'reason.not-held') }),
    ...(reason.valueText === undefined ? shownValue(reason.value, words) : { value: words.pick(reason.valueText) }),
    ...(reason.source === null ? {} : { source: words.pick(reason.source) }),
    ...(reason.clause === null ? {} : { clause: clauseWords(reason.clause, words) }),
    because: reasonNodes(reason.because.filter(isReason), words),
  }))
}

/** A value in words: outcomes have their own, structures become lines; what is only ids is not shown. */
function shownValue(value: string | null, words: Words): { value?: string } {
  if (value === null) return {}
  const key = `outcome.${value}`
  if (isMessageId(key)) return { value: words.say(key) }
  const sum = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value)
  if (sum?.[1] !== undefined && sum[2] !== undefined)
    return { value: words.money({ amount: sum[1], currency: sum[2] }) }
  const shown = valueLines(readValue(value), '', words).join(' · ')
  return shown === '' ? {} : { value: shown }
}

function readValue(value: string): unknown {
  if (!/^(?:[{["]|true$|false$|null$)/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function isReason(value: unknown): value is Reason {
  return typeof value === 'object' && value !== null && 'text' in value && 'because' in value
}
