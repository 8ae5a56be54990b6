import { isObject } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'

/** A few words by which an element of a list is known: its name, title, text or label in the language, else its id. */
export function summaryOf(value: unknown, language: Language): string {
  if (!isObject(value)) return typeof value === 'string' ? value : ''
  const number = typeof value.id === 'string' && /^\d/.test(value.id) ? `${value.id} · ` : ''
  for (const member of ['name', 'title', 'label', 'text', 'does']) {
    const words = value[member]
    const own = isObject(words) ? words[language] : undefined
    if (typeof own === 'string' && own !== '') return `${number}${own}`.slice(0, 120)
  }
  if (typeof value[language] === 'string' && value[language] !== '') return String(value[language]).slice(0, 120)
  return typeof value.id === 'string' ? value.id : typeof value.organisation === 'string' ? value.organisation : ''
}
