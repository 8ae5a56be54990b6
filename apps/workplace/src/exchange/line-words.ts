import { isMessageId } from '../words/messages.ts'
import type { Words } from '../words/words.ts'
import { outcomeWords } from './outcome-words.ts'

/** Why a message of a national exchange is not simply done, in words; a code of our own refusals as the log says it. */
export function lineReasonWords(reason: string, words: Pick<Words, 'say'>): string {
  const key = `lines.reason.${reason}`
  return isMessageId(key) ? words.say(key) : outcomeWords(reason, words)
}
