import { isProblem, type Problem } from '@tereze/ui-client'
import type { Visitor } from './page.ts'

/** Whether something was refused because the power by which a visitor acts for another does not reach so far. */
export function isBeyondPower(reply: unknown, { acting }: Pick<Visitor, 'acting'>): boolean {
  const problem: Problem | null = acting !== undefined && isProblem(reply) ? (reply as Problem) : null
  return problem?.kind === 'refused' && problem.status === 403
}

/** A list, or nothing in its place where the visitor's power does not reach so far. */
export async function withinPower<Reply>(
  reply: Promise<Reply>,
  visitor: Pick<Visitor, 'acting'>,
): Promise<Reply | { items: []; next: null }> {
  const found = await reply
  return isBeyondPower(found, visitor) ? { items: [], next: null } : found
}
