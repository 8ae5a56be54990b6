import type { Language } from '@tereze/operation'
import type { LetterParts } from './write-letter.ts'

/** A message as the letter of the day names it. */
export interface DailyLine {
  readonly organisation: string
  readonly title: string
}

/** Words of a letter of the day. */
export type DailyWord = (key: 'title' | 'open' | 'choose' | 'doubt', params?: { readonly count: number }) => string

/** The letter of the day: whose messages came and what they are about; what they say stands in the cabinet. */
export function writeDailyLetter(of: {
  readonly language: Language
  readonly sender: string
  readonly lines: readonly DailyLine[]
  readonly origin: string
  readonly word: DailyWord
}): LetterParts {
  const { language, sender, lines, origin, word } = of
  return {
    language,
    sender,
    title: word('title', { count: lines.length }),
    text: lines.map(({ organisation, title }) => `${title}\n${organisation}`).join('\n\n'),
    button: { text: word('open'), address: `${origin}/messages` },
    notes: [word('doubt')],
    leave: { text: word('choose'), address: `${origin}/me/writing` },
  }
}
