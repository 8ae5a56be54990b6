import { type Say, sayer } from '../say.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** Ids of the texts of the constructor of decisions. */
export type DecisionText = keyof typeof en
/** Says a text of the constructor of decisions. */
export type SayDecision = Say<DecisionText>

/** The texts of the constructor of decisions. */
export const sayDecision = sayer<DecisionText>({ en, ru, kk })
