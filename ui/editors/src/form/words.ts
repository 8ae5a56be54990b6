import type { FieldKind } from '@tereze/forms'
import { type Say, sayer } from '../say.ts'
import type { FirstWords } from './changes/add-item.ts'
import type { Outcome } from './changes/outcome.ts'
import { spoken } from './draft/words.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** A text of the form editor. */
export type FormText = keyof typeof en

/** Says the texts of the form editor. */
export type FormSay = Say<FormText>

/** The texts of the form editor in a language. */
export const sayForm = sayer<FormText>({ en, ru, kk })

const inAll = (id: FormText) => spoken(language => sayForm(language)(id))

/** The words with which new pages, groups and questions begin, in every language. */
export function firstWords(kind?: FieldKind): FirstWords {
  return {
    question: inAll(kind === undefined ? 'new.question' : `kind.${kind}`),
    group: inAll('new.group'),
    list: inAll('new.list'),
    page: inAll('new.page'),
    exit: inAll('new.exit'),
    answers: [inAll('new.answer.first'), inAll('new.answer.second')],
  }
}

/** Why a change is not made, and the way out; empty for one that was. */
export function refusalText(outcome: Outcome, say: FormSay): string {
  return outcome.ok ? '' : say(`refused.${outcome.code}`, outcome.params)
}
