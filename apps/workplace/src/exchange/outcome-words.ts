import { isMessageId } from '../words/messages.ts'
import type { Words } from '../words/words.ts'

/** How a message ended, in words. */
export function outcomeWords(outcome: string, words: Pick<Words, 'say'>): string {
  const key = `exchange.outcome.${outcome}`
  return words.say(isMessageId(key) ? key : 'exchange.outcome-unknown')
}
