import type { Messages } from '@tereze/messages'
import type { Language, Text } from '@tereze/operation'
import { writeDate } from '@tereze/wording'
import type { DrawnPages } from '../ports/page-drawing.ts'
import type { PageDraft } from './file-drafts.ts'

const word = 'message:'
const localDate = /^\d{4}-\d{2}-\d{2}$/

/** A page in words: those of the contract in each language, with its values; a local date or a word of the contract among them is written out. */
export function pageOf(
  { languages, blocks }: PageDraft,
  messages: Pick<Messages, 'text' | 'has'>,
  { author, date }: { readonly author: string; readonly date: string },
): DrawnPages {
  const wordOf = (value: string | number | Text, language: Language): string | number => {
    if (typeof value === 'object') return value[language]
    if (typeof value === 'number') return value
    if (localDate.test(value)) return writeDate(value, language)
    const key = value.startsWith(word) ? value.slice(word.length) : null
    return key !== null && messages.has(key) ? messages.text(key, language) : value
  }
  const wordsOf = ({ text, values = {} }: PageDraft['blocks'][number]): Record<string, string> =>
    Object.fromEntries(
      languages.map(language => {
        if (!text.startsWith(word)) return [language, text]
        const written = Object.entries(values).map(([name, value]) => [name, wordOf(value, language)])
        return [language, messages.text(text.slice(word.length), language, Object.fromEntries(written))]
      }),
    )
  return {
    languages,
    author,
    date,
    blocks: blocks.map(block => ({
      kind: block.kind,
      number: '',
      text: wordsOf(block),
    })),
  }
}
