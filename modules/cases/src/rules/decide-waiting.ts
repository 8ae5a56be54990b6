import type { CaseRow } from '../store/cases.ts'

/** What is open in a case. */
export interface Open {
  /** Whose the open tasks are; null: officials'. */
  readonly tasks: Iterable<string | null>
  /** Kinds of what the case waits for and no person does. */
  readonly work: Iterable<string>
}

/** Whom or what a case waits for: people before what goes on by itself; null: officials, or nothing. */
export function decideWaiting(status: CaseRow['status'], open: Open): CaseRow['waiting'] {
  if (status === 'closed') return null
  const persons = [...open.tasks]
  if (persons.length > 0) return persons.some(person => person !== null) ? 'applicant' : null
  const kinds = new Set(open.work)
  if (kinds.has('facts')) return 'agency'
  return kinds.has('timer') ? 'date' : null
}
