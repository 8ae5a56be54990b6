import { type Actor, findScopeProblem, type Refused, refuse } from '@tereze/operation'
import { applicationUnfit, scopeMissing } from './refusals.ts'

/** Why the application by which somebody comes may not do an operation or speak a protocol; null where it may, or they come themselves. */
export function refuseScope({ name, scope }: { name: string; scope?: string }, actor: Actor): Refused | null {
  const problem = findScopeProblem(actor, scope)
  if (problem === null) return null
  if (problem.scope === null) return refuse(applicationUnfit, { params: { operation: name } })
  return refuse(scopeMissing, { params: { operation: name, scope: problem.scope } })
}
