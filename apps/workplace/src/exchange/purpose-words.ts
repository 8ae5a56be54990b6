import type { Text } from '@tereze/operation'
import type { Words } from '../words/words.ts'
import { readable } from './outcome.ts'

/** A purpose in the page's language; of what has no words, its name, which is English. */
export function purposeWords(
  { purpose, purposeTitle }: { readonly purpose: string; readonly purposeTitle?: Text | undefined },
  words: Pick<Words, 'pick'>,
): string {
  return purposeTitle === undefined ? readable(purpose) : words.pick(purposeTitle)
}
