import type { Language } from '@tereze/ui-components'
import { createContext, useContext } from 'react'
import type { Outcome } from '../changes/outcome.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import type { ItemKeys } from '../draft/item-keys.ts'
import type { Neighbours } from '../draft/neighbours.ts'
import type { Place } from '../draft/place.ts'
import type { FormSay } from '../words.ts'

/** What all parts of the editor work on: the form, what is selected in it, and how it is changed. */
export interface FormDesk {
  readonly draft: FormDraft
  readonly files: ReadonlyMap<string, string>
  readonly path: string
  readonly neighbours: Neighbours
  readonly keys: ItemKeys
  readonly selected: Place
  readonly select: (place: Place) => void
  /**
   * Takes a change over: writes it, selects what it is about (unless `stay`), or says why it is not made. `files` are other files that
   * change with it, `note` is said when it is done. Whether it was made.
   */
  readonly apply: (
    outcome: Outcome,
    more?: { readonly files?: Readonly<Record<string, string>>; readonly note?: string; readonly stay?: boolean },
  ) => boolean
  readonly readOnly: boolean
  readonly language: Language
  readonly say: FormSay
}

/** The desk that the parts of the editor share. */
export const FormDeskContext = createContext<FormDesk | null>(null)

/** The desk of the editor around. */
export function useDesk(): FormDesk {
  const desk = useContext(FormDeskContext)
  if (desk === null) throw new Error('no form is open here')
  return desk
}
