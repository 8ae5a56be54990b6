import { LANGUAGES, type Language } from '@tereze/ui-components'

const storage = 'tereze.language'

/** Whether a text is the code of a language that apps speak. */
export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.some(language => language.code === code)
}

/** The language to begin with: the one chosen before, else the first of the browser's that we speak, else English. */
export function decideLanguage(chosen: string | null, ofBrowser: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  return ofBrowser.map(tag => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

let present: Language = 'en'

/** The language of the page now; what calls send along. */
export const presentLanguage = (): Language => present

/** Makes a language the page's, and keeps it when the person chose it. */
export function setLanguage(language: Language, keep: boolean): void {
  present = language
  document.documentElement.lang = language
  if (keep) localStorage.setItem(storage, language)
}

/** Reads what was chosen before and makes it the page's. */
export function beginLanguage(): Language {
  setLanguage(decideLanguage(localStorage.getItem(storage), navigator.languages), false)
  return present
}
