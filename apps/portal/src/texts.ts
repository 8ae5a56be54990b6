import { createMessages, type MessageParams } from '@tereze/messages'
import type { Language } from '@tereze/ui-components'
import en from '../messages/en.json' with { type: 'json' }
import kk from '../messages/kk.json' with { type: 'json' }
import ru from '../messages/ru.json' with { type: 'json' }

/** Key of a text of the portal. */
export type TextKey = keyof typeof en

const messages = createMessages([{ en, ru, kk }])

/** A text of the portal in a language. */
export function textOf(key: TextKey, language: Language, params?: MessageParams): string {
  return messages.text(key, language, params)
}

/** True for a key that the portal has a text for: codes of problems, kinds of acts. */
export function isTextKey(key: string): key is TextKey {
  return messages.has(key)
}
