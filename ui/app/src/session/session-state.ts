import type { Problem } from '@tereze/ui-client'
import { QueryProblem } from './platform.ts'
import { type SignInWanted, wantedBy } from './wanted-sign-in.ts'

let wanted: SignInWanted | null = null
const listeners = new Set<() => void>()

function become(next: SignInWanted | null): void {
  wanted = next
  for (const listener of listeners) listener()
}

/** Notes a problem of any call; that somebody has to sign in is remembered for the whole page until they have. */
export function noteProblem(error: unknown): void {
  const problem: Problem | null = error instanceof QueryProblem ? error.problem : null
  const next = problem === null ? null : wantedBy(problem)
  if (next !== null && wanted?.for !== 'ended') become(next)
}

/** What sign-in the page waits for; null while it needs none. */
export const signInWanted = (): SignInWanted | null => wanted

/** Somebody has signed in, or does not want to. */
export const signInSettled = (): void => become(null)

/** Tells when that changes. */
export function onSignInWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
