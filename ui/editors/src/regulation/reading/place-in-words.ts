import type { Language } from '@tereze/ui-components'
import { placeWords } from '../place-words.ts'
import { sayIn } from '../words.ts'

/** A place of a regulation in words of a language; nothing for the regulation as a whole. */
export function placeInWords(regulation: unknown, place: string, language: Language): string {
  return placeWords(regulation, place, sayIn(language), language)
}
