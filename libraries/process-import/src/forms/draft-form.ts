import type { JsonObject } from '@tereze/bpmn'

/** One question, whoever wrote it. Expressions are FEEL over the data; inside a repetition `item` is the element. */
export interface DraftField {
  readonly kind: 'field'
  /** Names from the top of the data, or from the element of the repetition around it. */
  readonly path: readonly string[]
  readonly as: 'text' | 'long-text' | 'number' | 'date' | 'yes-no' | 'choice' | 'choices' | 'files'
  readonly schema: JsonObject
  readonly required: boolean
  readonly when?: string
  readonly from?: string
  readonly calculate?: string
  readonly locked?: boolean
  readonly label: string
  readonly hint?: string
  /** Words of the values that are chosen from. */
  readonly answers: readonly { readonly value: string; readonly label: string }[]
}

/** Questions shown or hidden together. */
export interface DraftGroup {
  readonly kind: 'group'
  readonly id: string
  readonly label: string
  readonly when?: string
  readonly items: readonly DraftItem[]
}

/** A list of like elements. */
export interface DraftRepeat {
  readonly kind: 'repeat'
  readonly path: readonly string[]
  readonly label: string
  readonly when?: string
  readonly items: readonly DraftItem[]
}

/** Anything that stands in a form. */
export type DraftItem = DraftField | DraftGroup | DraftRepeat

/** A form before it is written in the package format. */
export interface DraftForm {
  readonly id: string
  readonly title: string
  readonly items: readonly DraftItem[]
}
