import { intlOf as intlWith, useWordsOf, type Words as WordsOf, wordsOf as wordsWith } from '@tereze/ui-app'
import type { Language } from '@tereze/ui-components'
import type { IntlShape } from 'react-intl'
import { type MessageId, messages } from './messages.ts'

/** Everything that turns values into words of the page's language, the texts of the workplace among them. */
export type Words = WordsOf<MessageId>

/** Words of the page's language. */
export const useWords = (): Words => useWordsOf<MessageId>()

/** An intl of one language with all texts of the workplace. */
export const intlOf = (language: Language): IntlShape => intlWith(language, messages)

/** Words of one language. */
export const wordsOf = (intl: Pick<IntlShape, 'formatMessage'>, language: Language): Words =>
  wordsWith<MessageId>(intl, language)
