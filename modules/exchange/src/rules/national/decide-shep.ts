import type { OutsideAnswer } from '../../ports/outside-line.ts'
import type { ShepHeard } from './read-shep.ts'
import { shepDone } from './shep-message.ts'

/** What ШЭП said to a question that waits for it; null where there is content to be looked at. */
export function decideShepAnswer(
  heard: ShepHeard,
  about: { readonly id: string; readonly none: readonly string[] },
): OutsideAnswer | null {
  if (heard.heard === 'fault')
    return about.none.includes(heard.code) ? { value: null } : { problem: { reason: 'fault', detail: heard.code } }
  if (heard.heard !== 'sync-response') return { problem: { reason: 'unreadable', detail: heard.heard } }
  // An answer to another question, whoever mixed them up, is no answer.
  if (!heard.ids.includes(about.id)) return { problem: { reason: 'answer-wrong', detail: 'messageId' } }
  if (about.none.includes(heard.status)) return { value: null }
  if (heard.status !== shepDone) return { refused: heard.status }
  return heard.content === null ? { problem: { reason: 'unreadable', detail: 'data' } } : null
}
