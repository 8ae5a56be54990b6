import { isObject, writeJson } from '@tereze/regulation'
import { LANGUAGES, type Language } from '@tereze/ui-components'

/** Words of a package in every language: key → text. */
export type Catalogues = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Path of the words of a language. */
export function wordsPath(language: Language): string {
  return `messages/${language}.json`
}

function textsIn(text: string | undefined): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isObject(value)
      ? Object.fromEntries(
          Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {}
  } catch {
    // A file that cannot be read is told of by the check of the package.
    return {}
  }
}

/** The words of a package; none of a file that cannot be read. */
export function cataloguesOf(files: ReadonlyMap<string, string>): Catalogues {
  const read = (language: Language) => textsIn(files.get(wordsPath(language)))
  return { en: read('en'), ru: read('ru'), kk: read('kk') }
}

/** Whether all catalogues of a package can be read: nothing is written over one that cannot. */
export function areReadable(files: ReadonlyMap<string, string>): boolean {
  return LANGUAGES.every(({ code }) => {
    try {
      return isObject(JSON.parse(files.get(wordsPath(code)) ?? '{}'))
    } catch {
      return false
    }
  })
}

/** A catalogue with a text under a key; a new key stands behind the last that begins alike. */
function withText(own: Readonly<Record<string, string>>, key: string, text: string): Record<string, string> {
  if (key in own) return { ...own, [key]: text }
  const entries = Object.entries(own)
  const head = key.split('.')[0] ?? ''
  const last = entries.findLastIndex(([one]) => one.split('.')[0] === head)
  return Object.fromEntries(entries.toSpliced(last < 0 ? entries.length : last + 1, 0, [key, text]))
}

/** The files of words that change when a text is written; keys are the same in all languages, so a new one is begun in each. */
export function writeText(
  files: ReadonlyMap<string, string>,
  key: string,
  language: Language,
  text: string,
): Record<string, string> {
  const before = cataloguesOf(files)
  return Object.fromEntries(
    LANGUAGES.flatMap(({ code }) => {
      const own = before[code]
      if (code !== language && key in own) return []
      return [[wordsPath(code), writeJson(withText(own, key, code === language ? text : ''))]]
    }),
  )
}

/** The files of words in which a key is called otherwise, or is no more (null). */
export function renameKey(files: ReadonlyMap<string, string>, key: string, to: string | null): Record<string, string> {
  const before = cataloguesOf(files)
  return Object.fromEntries(
    LANGUAGES.flatMap(({ code }) => {
      const own = before[code]
      if (!(key in own)) return []
      const entries = Object.entries(own).flatMap(([one, text]): [string, string][] =>
        one !== key ? [[one, text]] : to === null ? [] : [[to, text]],
      )
      return [[wordsPath(code), writeJson(Object.fromEntries(entries))]]
    }),
  )
}

/** Every key that one of the languages has, in the order of the first that has it. */
export function keysOf(words: Catalogues): readonly string[] {
  return [...new Set(LANGUAGES.flatMap(({ code }) => Object.keys(words[code])))]
}
