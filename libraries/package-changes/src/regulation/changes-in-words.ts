import type { Language } from '@tereze/operation'
import { compareRegulations, describeDifferences } from '@tereze/regulation'

/** What a digital regulation says otherwise than before, clause by clause; null where one of them cannot be read. */
export function changesInWords(before: string, after: string, language: Language): readonly string[] | null {
  try {
    return describeDifferences(compareRegulations(JSON.parse(before), JSON.parse(after)), language)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
