import { QueryProblem } from './platform.ts'

let ended = false
const listeners = new Set<() => void>()

/** Notes a problem of any call; an ended session is remembered for the whole page. */
export function noteProblem(error: unknown): void {
  if (ended || !(error instanceof QueryProblem) || error.problem.kind !== 'signed-out') return
  ended = true
  for (const listener of listeners) listener()
}

/** Whether the session has ended while one was working. */
export const sessionHasEnded = (): boolean => ended

/** Tells when that changes. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
