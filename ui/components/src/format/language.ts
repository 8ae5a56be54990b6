/** The languages that every visible word has. */
export type Language = 'en' | 'ru' | 'kk'

/** Every language, in the order of the language switch, with its own name in full and in short. */
export const LANGUAGES: readonly { readonly code: Language; readonly name: string; readonly short: string }[] = [
  { code: 'en', name: 'English', short: 'Eng' },
  { code: 'ru', name: 'Русский', short: 'Рус' },
  { code: 'kk', name: 'Қазақша', short: 'Қаз' },
]
