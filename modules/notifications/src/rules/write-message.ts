import { createMessages, type Messages } from '@tereze/messages'
import { type Language, languages } from '@tereze/operation'
import { type Wording, writeValue } from '@tereze/wording'
import type { Notice, NoticeText } from './read-notice.ts'

/** A message in all languages, as it is kept. */
export interface WrittenMessage {
  readonly texts: Readonly<Record<Language, { title: string; text: string; sms: string }>>
  readonly actions: readonly {
    readonly id: string
    readonly text: Readonly<Record<Language, string>>
    readonly to: string
  }[]
}

const formats = new WeakMap<Notice, Messages>()

function formatsOf(notice: Notice): Messages {
  let messages = formats.get(notice)
  if (messages === undefined) {
    const part = ({ title, text, sms }: NoticeText) => ({ title, text, sms: sms ?? title })
    messages = createMessages([{ en: part(notice.texts.en), ru: part(notice.texts.ru), kk: part(notice.texts.kk) }])
    formats.set(notice, messages)
  }
  return messages
}

function inEach<T>(make: (language: Language) => T): Record<Language, T> {
  const [en, ru, kk] = languages
  return { en: make(en), ru: make(ru), kk: make(kk) }
}

/**
 * Writes a notice with its values in every language.
 * @param values by name; a number that a text counts with (ICU plural) stays a number.
 */
export function writeMessage(
  notice: Notice,
  values: Readonly<Record<string, unknown>>,
  wordingOf: (language: Language) => Wording,
): WrittenMessage {
  const messages = formatsOf(notice)
  const wordings = inEach(wordingOf)
  return {
    texts: inEach(language => {
      const params = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'number' ? value : writeValue(value, notice.values[name]?.as ?? 'text', wordings[language]),
        ]),
      )
      const write = (part: string) => messages.text(part, language, params)
      return { title: write('title'), text: write('text'), sms: write('sms') }
    }),
    actions: notice.actions.map(({ id, text, to }) => ({
      id,
      text: inEach(language => writeValue(text, 'message', wordings[language])),
      to,
    })),
  }
}
