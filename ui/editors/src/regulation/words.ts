import type { Language } from '@tereze/ui-components'
import { type Say, sayer } from '../say.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** A text of this editor. */
export type WordId = keyof typeof en

const texts: Readonly<Record<string, unknown>> = en

/** Says the texts of the editor in a language. */
export const sayIn: (language: Language) => Say<WordId> = sayer({ en, ru, kk })

/** Whether there is a text of this id. */
export function isWord(id: string): id is WordId {
  return id in texts
}

/** The first of several texts that there is; the last of them when there is none. */
function firstOf(ids: readonly string[]): WordId {
  return (ids.find(isWord) ?? ids.at(-1)) as WordId
}

/** What a member of the format is called: below `owner` it may be called otherwise; `item`: one of a list. */
export function memberWord(owner: string, name: string, item = false): WordId {
  const end = item ? '.item' : ''
  return firstOf([`member.${owner}.${name}${end}`, `member.${name}${end}`, `member.${name}`])
}

/** What a value that is chosen from a few is called. */
export function valueWord(member: string, value: string): WordId {
  return firstOf([`value.${member}.${value}`])
}
