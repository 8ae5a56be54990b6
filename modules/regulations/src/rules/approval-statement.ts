import { createMessages } from '@tereze/messages'
import type { Language, Text } from '@tereze/operation'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

const messages = createMessages([{ en, ru, kk }])

/** What is approved: the regulation, its version and text, the body, and the act that approves it. */
export interface Approved {
  readonly regulation: string
  readonly title: Text
  readonly version: string
  readonly body: Text
  readonly act: string
  readonly content: string
}

/** What is signed to approve, in one language: the same approval gives the same characters. */
export function approvalStatement(approved: Approved, language: Language): string {
  const line = (key: string, value: string) => `${messages.text(`approval.${key}`, language)}: ${value}`
  return [
    messages.text('approval.heading', language),
    '',
    line('name', approved.title[language]),
    line('version', approved.version),
    line('body', approved.body[language]),
    line('act', approved.act),
    line('content', approved.content),
    line('id', approved.regulation),
    '',
  ].join('\n')
}

/** What a list of signed things calls it. */
export function approvalTitle({ title }: Approved): Text {
  const of = (language: Language) => messages.text('approval.title', language, { title: title[language] })
  return { en: of('en'), ru: of('ru'), kk: of('kk') }
}
