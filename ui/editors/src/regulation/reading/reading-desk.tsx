import type { AroundRegulations } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import { type ReactNode, useMemo } from 'react'
import { type Desk, DeskProvider } from '../desk.ts'
import { PartField } from '../fields/part-field.tsx'
import '../regulation.css'
import { sayIn } from '../words.ts'

/** What whoever only reads regulations knows: what bodies (`org:…`) and acts are called. */
export type ReadingNames = AroundRegulations['names']

/** The desk of whoever only reads a regulation. */
export function ReadingDesk(of: {
  readonly regulation: Readonly<Record<string, unknown>>
  readonly names: ReadingNames
  readonly language: Language
  readonly children: ReactNode
}): ReactNode {
  const { regulation, names, language } = of
  const desk = useMemo((): Desk => {
    const surroundings = {
      bodies: [],
      acts: [],
      contracts: [],
      registers: [],
      concepts: [],
      parameters: [],
      situations: [],
      jurisdictions: [],
    }
    return {
      regulation,
      joining: null,
      problems: [],
      around: { surroundings, names, templates: [] },
      language,
      say: sayIn(language),
      readOnly: true,
      edit: () => undefined,
      Field: PartField,
    }
  }, [regulation, names, language])
  return <DeskProvider value={desk}>{of.children}</DeskProvider>
}
