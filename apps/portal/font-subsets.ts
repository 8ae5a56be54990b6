/** Subsets of the font that a page in a language shows at once, and asks for before its stylesheet has come. */
export const fontSubsets = {
  en: ['latin'],
  ru: ['latin', 'cyrillic'],
  kk: ['latin', 'cyrillic', 'cyrillic-ext'],
} as const
