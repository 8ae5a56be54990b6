import type { Language } from '@tereze/ui-components'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

/** Key of a visible text of the workplace. */
export type MessageId = keyof typeof en

/** Every visible text of the workplace (ICU MessageFormat), by language. */
export const messages: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { en, ru, kk }

/** Whether a key has a text; for keys made from codes of the platform. */
export function isMessageId(key: string): key is MessageId {
  return Object.hasOwn(en, key)
}
