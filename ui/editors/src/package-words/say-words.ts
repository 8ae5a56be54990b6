import type { Language } from '@tereze/ui-components'
import { type Say, sayer } from '../say.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** Says the texts of this editor in a language. */
export const sayWords: (language: Language) => Say<keyof typeof en> = sayer({ en, ru, kk })
