import { isMessageId } from '../words/messages.ts'
import type { Words } from '../words/words.ts'
import { outcomeWords } from './outcome-words.ts'

/** Why a subscription was stopped or its messages do not come through, in words. */
export function reasonWords(code: string, words: Pick<Words, 'say'>): string {
  const key = `exchange.reason.${code}`
  return isMessageId(key) ? words.say(key) : outcomeWords(code, words)
}
