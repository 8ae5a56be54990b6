import type { Language } from '@tereze/operation'
import type { Visit } from './test-browser.ts'

/**
 * Three visits in which a screen is seen in every language and at both widths, by name: for `test.each`. The two languages
 * with the longer words are seen on the phone, where they have the least room.
 */
export const eachVisit: [string, Visit & { language: Language }][] = [
  ['en desktop', { language: 'en', screen: 'desktop' }],
  ['ru phone', { language: 'ru', screen: 'phone' }],
  ['kk phone', { language: 'kk', screen: 'phone' }],
]
