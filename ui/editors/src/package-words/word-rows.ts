import { findMessageProblems } from '@tereze/messages'
import type { Language } from '@tereze/ui-components'
import { type Catalogues, keysOf } from '../file/catalogues.ts'

/** What is wrong with a text: there is none, it cannot be read, or it names other values than the English one. */
export type WordTrouble = 'missing' | 'syntax' | 'arguments'

/** Words under one key, and what is wrong with them by language. */
export interface WordRow {
  readonly key: string
  readonly texts: Readonly<Record<Language, string>>
  readonly troubles: Readonly<Partial<Record<Language, WordTrouble>>>
}

/** Rows of all words of a package, in the order of the file. Empty texts are missing ones. */
export function wordRows(words: Catalogues): readonly WordRow[] {
  const troubles = new Map<string, Partial<Record<Language, WordTrouble>>>()
  for (const { key, language, problem } of findMessageProblems(words)) {
    if (problem === 'key-form') continue
    troubles.set(key, { ...troubles.get(key), [language]: problem })
  }
  return keysOf(words).map(key => {
    const texts = { en: words.en[key] ?? '', ru: words.ru[key] ?? '', kk: words.kk[key] ?? '' }
    const empty = (['en', 'ru', 'kk'] as const).filter(language => texts[language].trim() === '')
    return {
      key,
      texts,
      troubles: { ...troubles.get(key), ...Object.fromEntries(empty.map(language => [language, 'missing' as const])) },
    }
  })
}

/** The rows whose key or texts hold what is sought; with `gaps` only those in which something is wrong. */
export function soughtRows(rows: readonly WordRow[], sought: string, gaps: boolean): readonly WordRow[] {
  const wanted = sought.trim().toLocaleLowerCase()
  return rows.filter(
    ({ key, texts, troubles }) =>
      (!gaps || Object.keys(troubles).length > 0) &&
      [key, ...Object.values(texts)].some(text => text.toLocaleLowerCase().includes(wanted)),
  )
}

/** Whether a key may be given to new words: small Latin words with dots between them. */
export function isKey(key: string): boolean {
  return /^[a-z0-9][A-Za-z0-9-]*(\.[a-z0-9][A-Za-z0-9-]*)*$/.test(key)
}

/** Whether other files of the package refer to a key by name. */
export function isReferredTo(files: ReadonlyMap<string, string>, key: string): boolean {
  return [...files].some(([path, text]) => !path.startsWith('messages/') && text.includes(`message:${key}"`))
}
