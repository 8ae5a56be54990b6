import { compareModels, parse } from '@tereze/dmn'
import type { Language } from '@tereze/operation'
import { differenceWords } from './difference-words.ts'
import { sayDifference } from './say-difference.ts'

/** What a decision model says otherwise than before, in words; null where one of them cannot be read. */
export function changesInWords(before: string, after: string, language: Language): readonly string[] | null {
  const [was, is] = [parse(before), parse(after)]
  if (!was.ok || !is.ok) return null
  const told = compareModels(was.model, is.model).map(difference => differenceWords(language, difference))
  return told.length === 0 ? [sayDifference(language)('compare.none')] : told
}
