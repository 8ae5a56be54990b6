import { outsideReasons } from '@tereze/exchange/contract'
import type { Words } from '../words/words.ts'

/** Why an own system gave no answer, in words with the way out; a reason without words as it is. */
export function callReasonWords(reason: string, words: Pick<Words, 'say'>): string {
  const known = outsideReasons.find(one => one === reason)
  return known === undefined ? reason : words.say(`calls.reason.${known}`)
}
