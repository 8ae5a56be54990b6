import type { CaseRow } from '../store/cases.ts'
import type { SuspendedUntil } from './suspension.ts'

/** What is open in a case. */
export interface Open {
  /** Whose the open tasks are; null: officials'. */
  readonly tasks: readonly (string | null)[]
  /** Kinds of what the case waits for and no person does. */
  readonly work: readonly string[]
  /** Whether a process of it waits for a message or a signal. */
  readonly hears: boolean
}

/** What ends a suspension, as one waits for it. */
const endedBy = { answer: 'applicant', agency: 'agency', date: 'date' } as const

/**
 * Whom or what a case waits for; null: officials, or nothing. The applicant's tasks go first; then what ends a suspension, which holds
 * the officials up; then officials; then what goes on by itself.
 * @param suspended what ends the suspension that holds; null: there is none.
 */
export function decideWaiting(
  status: CaseRow['status'],
  suspended: SuspendedUntil['condition'] | null,
  { tasks, work, hears }: Open,
): CaseRow['waiting'] {
  if (status === 'closed') return null
  if (tasks.some(person => person !== null)) return 'applicant'
  if (suspended !== null) return endedBy[suspended]
  if (tasks.length > 0) return null
  if (work.includes('facts') || hears) return 'agency'
  return work.includes('timer') ? 'date' : null
}
