import type { ReasonNode } from '@tereze/ui-components'
import { isMessageId } from '../words/messages.ts'
import type { Words } from '../words/words.tsx'
import type { CaseView } from './view.ts'

type Reason = CaseView['reasons'][number]

/** Reasons as the tree that the design system draws: decision → rule → fact, each with its paragraph. */
export function reasonNodes(reasons: readonly Reason[], words: Words): readonly ReasonNode[] {
  return reasons.map((reason, index) => ({
    key: String(index),
    text: words.pick(reason.text),
    held: reason.held,
    ...(reason.held === null ? {} : { heldWords: words.say(reason.held ? 'reason.held' : 'reason.not-held') }),
    ...(reason.value === null ? {} : { value: valueWords(reason.value, words) }),
    ...(reason.source === null ? {} : { source: words.pick(reason.source) }),
    ...(reason.clause === null ? {} : { clause: words.say('case.clause', { clause: reason.clause }) }),
    because: reasonNodes(reason.because.filter(isReason), words),
  }))
}

/** Outcomes have words; everything else in a reason is already words. */
function valueWords(value: string, words: Words): string {
  const key = `outcome.${value}`
  return isMessageId(key) ? words.say(key) : value
}

function isReason(value: unknown): value is Reason {
  return typeof value === 'object' && value !== null && 'text' in value && 'because' in value
}
