import { isObject } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import type { Catalogues } from './catalogues.ts'

const telling = [
  'text',
  'title',
  'label',
  'why',
  'id',
  'service',
  'contract',
  'register',
  'role',
  'code',
  'tie',
  'name',
  'path',
]

/** A text that a file refers to, in a language; null where it refers to none. */
export function wordsAt(value: unknown, words: Catalogues, language: Language): string | null {
  if (typeof value !== 'string' || !value.startsWith('message:')) return null
  return words[language][value.slice('message:'.length)] ?? ''
}

/** A few words by which an element of a list is known. */
export function summaryOf(value: unknown, words: Catalogues, language: Language): string {
  if (typeof value === 'string') return wordsAt(value, words, language) ?? value
  if (Array.isArray(value)) return value.map(one => summaryOf(one, words, language)).join(' › ')
  if (!isObject(value)) return ''
  for (const member of telling) {
    const own = value[member]
    const text = Array.isArray(own) ? summaryOf(own, words, language) : (wordsAt(own, words, language) ?? own)
    if (typeof text === 'string' && text !== '') return text.slice(0, 120)
  }
  return ''
}
