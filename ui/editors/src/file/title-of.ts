import { isObject } from '@tereze/regulation'
import type { FileDesk } from './desk.ts'
import { summaryOf } from './summary-of.ts'
import { valueText } from './words.ts'

/** What an element of a list is called in its line: of a right who has it and in which states, of a service its name. */
export function titleOf(value: unknown, desk: Pick<FileDesk, 'words' | 'language' | 'named' | 'say'>): string {
  const { words, language, named, say } = desk
  if (!isObject(value)) return summaryOf(value, words, language)
  if (typeof value.role === 'string' && Array.isArray(value.in)) {
    const title = named?.roles.find(one => one.value === value.role)?.title[language]
    const states = value.in.map(one => valueText(say, 'in', String(one))).join(', ')
    return `${title ?? valueText(say, 'role', value.role)} · ${states}`
  }
  if (typeof value.service === 'string' && value.text === undefined)
    return named?.services.find(one => one.value === value.service)?.title[language] ?? value.service
  return summaryOf(value, words, language)
}
