import type { FormLayout, JsonObject } from '@tereze/forms'
import type { Language } from '@tereze/ui-components'

/** Words of a package in one language: key → text. */
export type Catalogue = Readonly<Record<string, string>>

/** A form with what it cannot be changed without: the schema of the data and the words in every language. */
export interface FormDraft {
  readonly form: FormLayout
  readonly schema: JsonObject
  readonly words: Readonly<Record<Language, Catalogue>>
}

/** A text in every language. */
export type Spoken = Readonly<Record<Language, string>>

/** The languages of every draft, in the order in which their words stand side by side. */
export const languages: readonly Language[] = ['en', 'ru', 'kk']
