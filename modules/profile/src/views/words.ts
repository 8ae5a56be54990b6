import { createMessages } from '@tereze/messages'
import type { Language, Text } from '@tereze/operation'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

const own = createMessages([{ en, ru, kk }])

/** Whether this module has words for a key. */
export function hasText(key: string): boolean {
  return own.has(key)
}

/** Words of this module's own messages in three languages. */
export function ownText(key: string, params: Record<string, string | number> = {}): Text {
  const text = (language: Language) => own.text(key, language, params)
  return { en: text('en'), ru: text('ru'), kk: text('kk') }
}
