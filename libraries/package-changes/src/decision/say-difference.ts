import { sayer } from '../say.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** Says how decision models differ. */
export const sayDifference = sayer<keyof typeof en>({ en, ru, kk })
