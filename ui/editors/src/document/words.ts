import { spoken } from '../form/draft/words.ts'
import { type Say, sayer } from '../say.ts'
import type { OfferedField } from './draft/offered-fields.ts'
import type { FirstWords } from './draft/parts.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** A text of the editor of documents. */
export type DocumentText = keyof typeof en
/** Says the texts of the editor of documents. */
export type SayDocument = Say<DocumentText>

/** The texts of the editor of documents in a language. */
export const sayDocument = sayer<DocumentText>({ en, ru, kk })

const inAll = (id: DocumentText) => spoken(language => sayDocument(language)(id))

/** The words with which new parts begin, in every language. */
export const firstWords: FirstWords = {
  heading: inAll('new.heading'),
  label: inAll('new.label'),
  column: inAll('new.column'),
  empty: spoken(() => ''),
}

/** The fields that every case has, in words. */
export function usualFields(say: SayDocument): readonly OfferedField[] {
  return [
    { is: 'case.number', as: 'text', label: say('usual.number') },
    { is: 'case.submitted', as: 'date', label: say('usual.submitted') },
    { is: 'case.decided', as: 'date', label: say('usual.decided') },
    { is: 'case.deadline', as: 'date', label: say('usual.deadline') },
    { is: 'applicant.name', as: 'name', label: say('usual.applicant') },
    { is: 'decision.reason', as: 'text', label: say('usual.reason') },
  ]
}
