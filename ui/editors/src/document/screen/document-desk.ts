import type { Language } from '@tereze/ui-components'
import { createContext, useContext } from 'react'
import type { EditorProblem } from '../../editor.ts'
import type { KnownNames } from '../../form/draft/known-names.ts'
import type { DocumentDraft, Steps } from '../draft/document-draft.ts'
import type { OfferedField } from '../draft/offered-fields.ts'
import type { SayDocument } from '../words.ts'

/** What all parts of the editor work on. */
export interface DocumentDesk {
  readonly draft: DocumentDraft
  /** Takes another state of the template over; `focus` is the part that is written in next. */
  readonly apply: (next: DocumentDraft, focus?: number) => void
  /** The part that is selected; null: the document as a whole. */
  readonly selected: number | null
  readonly select: (part: number | null) => void
  /** The part whose first text takes the focus, once it is drawn. */
  readonly focus: number | null
  readonly focused: () => void
  readonly fields: readonly OfferedField[]
  readonly names: KnownNames
  /** What the check says about what stands at a place or inside of it. */
  readonly problemsAt: (steps: Steps) => readonly EditorProblem[]
  /** The languages that stand side by side. */
  readonly shown: readonly Language[]
  readonly readOnly: boolean
  readonly language: Language
  readonly say: SayDocument
}

/** The desk that the parts of the editor share. */
export const DocumentDeskContext = createContext<DocumentDesk | null>(null)

/** The desk of the editor around. */
export function useDesk(): DocumentDesk {
  const desk = useContext(DocumentDeskContext)
  if (desk === null) throw new Error('no document is open here')
  return desk
}
