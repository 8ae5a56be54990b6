import type { Actor } from '@tereze/operation'
import type { RegisterDefinition } from '../definition/definition.ts'

/** Whether an act of this actor waits for a second person. What a contract, a service or the platform does was decided there. */
export function needsApproval(
  { approval }: Pick<RegisterDefinition, 'approval'>,
  actor: Pick<Actor, 'kind'>,
  under: string | undefined,
  act: 'write' | 'correct',
): boolean {
  return under === undefined && actor.kind === 'official' && approval.includes(act)
}
