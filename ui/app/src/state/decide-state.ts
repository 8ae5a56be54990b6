import type { Problem } from '@tereze/ui-client'
import { wantedBy } from '../session/wanted-sign-in.ts'

/** What a screen shows instead of its content. */
export type ScreenState = 'signed-out' | 'surer' | 'no-right' | 'not-found' | 'offline' | 'late' | 'refused' | 'broken'

/** Which state a problem puts a screen in. */
export function decideState(problem: Problem | null): ScreenState {
  if (problem === null) return 'broken'
  if (problem.kind === 'signed-out') return wantedBy(problem)?.for === 'surer' ? 'surer' : 'signed-out'
  if (problem.kind === 'unreachable') return 'offline'
  if (problem.kind === 'timed-out') return 'late'
  if (problem.kind === 'unreadable') return 'broken'
  if (problem.status === 403) return 'no-right'
  if (problem.status === 404) return 'not-found'
  return problem.status >= 500 ? 'broken' : 'refused'
}

/** Whether what was asked for does not exist, or is not for who asks. */
export function isNotFound(problem: Problem | null | undefined): boolean {
  return problem !== null && problem !== undefined && decideState(problem) === 'not-found'
}
