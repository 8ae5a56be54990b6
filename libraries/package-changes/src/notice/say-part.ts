import { sayer } from '../say.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** Says what the parts of a notice are called. */
export const sayPart = sayer<keyof typeof en>({ en, ru, kk })
