import { createMessages } from '@tereze/messages'
import type { Language } from '@tereze/operation'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

const own = createMessages([{ en, ru, kk }])

/** Words of this module in a language. */
export function ownText(key: string, language: Language, params: Record<string, string | number> = {}): string {
  return own.text(key, language, params)
}
