import { compareRegulations } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Differences } from '../pages/differences.tsx'
import { ReadingDesk, type ReadingNames } from './reading-desk.tsx'

/** Two texts of a regulation, clause by clause. */
export function RegulationDifferences(of: {
  readonly from: Readonly<Record<string, unknown>>
  readonly to: Readonly<Record<string, unknown>>
  readonly names: ReadingNames
  readonly language: Language
}): ReactNode {
  return (
    <ReadingDesk regulation={of.to} names={of.names} language={of.language}>
      <div className="reg-compare">
        <Differences differences={compareRegulations(of.from, of.to)} from={of.from} to={of.to} />
      </div>
    </ReadingDesk>
  )
}
