import type { Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'

/** A text of the gallery, once in each language. */
export type Said = Readonly<Record<Language, string>>

/** One part of the design system, or a few that are only used together: what they are for, and how they look filled in. */
export interface Example {
  /** Its place in the page and the name of its pictures: lower case with hyphens. */
  readonly name: string
  /** Names under which they are imported. */
  readonly parts: readonly string[]
  readonly title: Said
  /** When it is used, and when it is not. */
  readonly use: Said
  /** What the keyboard does there, where it does more than go from link to link and field to field. */
  readonly keys?: Said
  /** Draws it; `say` speaks the language. */
  readonly draw: (say: (text: Said) => string, language: Language) => ReactNode
}
