import { useWordsOf, type Words as WordsOf } from '@tereze/ui-app'
import type { MessageId } from './messages.ts'

/** Everything that turns values into words of the page's language, the texts of the studio among them. */
export type Words = WordsOf<MessageId>

/** Words of the page's language. */
export const useWords = (): Words => useWordsOf<MessageId>()
