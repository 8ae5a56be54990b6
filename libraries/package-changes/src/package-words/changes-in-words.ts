import type { Language } from '@tereze/operation'
import { differencesOf } from '../file/changes-in-words.ts'
import { sayFile } from '../file/words.ts'

/** What the words of a package say otherwise than before, text by text; null where one of them cannot be read. */
export function changesInWords(before: string, after: string, language: Language): readonly string[] | null {
  const say = sayFile(language)
  try {
    const told = differencesOf(JSON.parse(before), JSON.parse(after)).map(({ pointer, was, is }) => {
      const place = pointer.slice(1)
      if (was === undefined) return say('compare.added', { place, is: String(is) })
      if (is === undefined) return say('compare.removed', { place, was: String(was) })
      return say('compare.changed', { place, was: String(was), is: String(is) })
    })
    return told.length === 0 ? [say('compare.none')] : told
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
