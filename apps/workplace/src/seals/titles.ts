import type { Text } from '@tereze/operation'
import type { MessageId } from '../words/messages.ts'
import { intlOf } from '../words/words.ts'

/** The name of what is signed, as it stands in the list of what one signed: in every language, whatever that of the page. */
export function titleOf(id: MessageId): Text {
  const word = (language: 'en' | 'ru' | 'kk') => intlOf(language).formatMessage({ id })
  return { en: word('en'), ru: word('ru'), kk: word('kk') }
}
