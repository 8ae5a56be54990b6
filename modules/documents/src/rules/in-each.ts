import { type Language, languages, type Text } from '@tereze/operation'

/** Makes a text in each language. */
export function inEach(make: (language: Language) => string): Text {
  const [en, ru, kk] = languages
  return { en: make(en), ru: make(ru), kk: make(kk) }
}
