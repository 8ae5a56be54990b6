import type { FieldState, Option, Problem, RepeatState, Source } from '@tereze/forms'
import type { FileWords, Language } from '@tereze/ui-components'

/** The words of a form. The package brings labels, hints and answers; the application brings the rest. */
export interface FormWords {
  readonly language: Language
  readonly label: (item: FieldState | RepeatState) => string
  readonly hint: (item: FieldState | RepeatState) => string | null
  /** Heading of a group; null when it has none. */
  readonly group: (id: string) => string | null
  /** Words of an option that the schema lists. */
  readonly answer: (item: FieldState, value: string) => string
  /** Words of an option that data brought: a child, an account. */
  readonly option: (item: FieldState, option: Option) => { readonly text: string; readonly hint: string | null }
  /** What is wrong, as it stands beside its field. */
  readonly problem: (problem: Problem) => string
  /** The same with the field's name before it, as it stands above the form. */
  readonly summary: (label: string, problem: string) => string
  readonly source: (source: Source) => string
  /** The words of how long a text may be. */
  readonly limit?: (limit: number) => string
  /** Of what is looked up while one types: above what was found, for one's own words, for nothing, and how many (`{count}`). */
  readonly choose: string
  readonly own: string
  readonly nothing: string
  readonly counted: string
  /** Of files: what a field takes at most, and what is said while they come. */
  readonly files: FileWords & { readonly limits: (most: number | null) => string }
  readonly optional: string
  readonly error: string
  readonly wrong: string
  readonly notSaid: string
  readonly yes: string
  readonly no: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly family: string
  readonly given: string
  readonly patronymic: string
  readonly add: string
  readonly remove: string
  /** Words of one element's heading by its number from 1. */
  readonly element: (item: RepeatState, number: number) => string
}
