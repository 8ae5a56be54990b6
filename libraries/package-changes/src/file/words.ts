import type { Language } from '@tereze/operation'
import { type Say, sayer } from '../say.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

/** A text of the forms over files. */
export type FileWord = keyof typeof en

/** Says texts of the forms over files. */
export type SayFile = Say<FileWord>

const texts: Readonly<Record<string, unknown>> = en

/** Says the texts of these editors in a language. */
export const sayFile: (language: Language) => SayFile = sayer({ en, ru, kk })

/** The first of several texts that there is; null when there is none. */
function firstOf(ids: readonly string[]): FileWord | null {
  return (ids.find(id => id in texts) as FileWord | undefined) ?? null
}

/** The text for a member of a format: below `owner` it may be called otherwise. Null where there are no words. */
export function memberWord(owner: string, name: string): FileWord | null {
  return firstOf([`m.${owner}.${name}`, `m.${name}`])
}

/** The text for a value that is chosen from a few. Null where there are no words. */
export function valueWord(member: string, value: string): FileWord | null {
  return firstOf([`v.${member}.${value}`, `v.${value}`])
}

/** What a member is called; its own name where there are no words. */
export function memberText(say: SayFile, owner: string, name: string): string {
  const word = memberWord(owner, name)
  return word === null ? name : say(word)
}

/** What a value is called; itself where there are no words. */
export function valueText(say: SayFile, member: string, value: string): string {
  const word = valueWord(member, value)
  return word === null ? value : say(word)
}
