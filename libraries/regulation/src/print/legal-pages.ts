import type { Language } from '@tereze/operation'
import type { DigitalRegulation } from '../format/digital-regulation.ts'
import { type Block, legalText, type Structure, type Titles } from './legal-text.ts'

/** A block of a legal text in several languages that stand side by side. */
export interface PageBlock extends Pick<Block, 'kind' | 'number'> {
  readonly text: Readonly<Record<string, string>>
}

/** The legal text of a regulation in several languages at once: the same blocks in each. */
export function legalPages(
  regulation: DigitalRegulation,
  languages: readonly Language[],
  titles: Titles,
  structure?: Structure,
): PageBlock[] {
  const texts = languages.map(language => legalText(regulation, language, titles, structure))
  return (texts[0] ?? []).map(({ kind, number }, index) => ({
    kind,
    number,
    text: Object.fromEntries(languages.map((language, at) => [language, texts[at]?.[index]?.text ?? ''])),
  }))
}
