import { type Say, sayer } from '../say.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** Ids of the texts of the constructor of processes. */
export type ProcessText = keyof typeof en
/** Says a text of the constructor of processes. */
export type SayProcess = Say<ProcessText>

/** The texts of the constructor of processes. */
export const sayProcess = sayer<ProcessText>({ en, ru, kk })
