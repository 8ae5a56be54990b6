import { createMessages, type MessageParams } from '@tereze/messages'
import type { Language } from '@tereze/operation'

/** Says a text of an editor in the language of the screen. */
export type Say<Id extends string> = (id: Id, params?: MessageParams) => string

/** What says the texts of one editor: its three catalogues (ICU MessageFormat), made once for the file that imports them. */
export function sayer<Id extends string>(
  catalogues: Readonly<Record<Language, Readonly<Record<Id, string>>>>,
): (language: Language) => Say<Id> {
  const messages = createMessages([catalogues])
  return language => (id, params) => messages.text(id, language, params)
}
