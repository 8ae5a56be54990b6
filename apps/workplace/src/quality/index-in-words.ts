import type { Language } from '@tereze/ui-components'

/** An index as a language writes it: `96.4 %`, `96,4 %`; a dash before the first check. Browsers lack Kazakh, so it is written by hand. */
export function indexInWords(index: number | null, language: Language): string {
  if (index === null) return '—'
  const text = Number.isInteger(index) ? String(index) : index.toFixed(1)
  return language === 'en' ? `${text}%` : `${text.replace('.', ',')}\u00a0%`
}
