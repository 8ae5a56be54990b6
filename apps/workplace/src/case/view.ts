import type { getCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'

/** A case as an official sees it. */
export type CaseView = OutputOf<typeof getCase>
/** What of a case a form of it is drawn with. */
export type FormCase = Pick<CaseView, 'refusalGrounds' | 'draft'> & {
  readonly card: Pick<CaseView['card'], 'organisation'>
}
/** A fact of it. */
export type Fact = CaseView['facts'][number]
/** A task of it. */
export type CaseTask = CaseView['tasks'][number]
