import type { Context } from '@tereze/foundation-operations'
import { partyOf } from '@tereze/operation'
import type { CaseRow } from '../store/cases.ts'
import { hasPart } from '../store/tasks.ts'

/** The person an actor acts as: themselves, the one they act for, or the visitor; null for all others. */
export function personActing(context: Context): string | null {
  return partyOf(context.actor)
}

/** Whether a case is the acting person's own. */
export function isOwn(context: Context, row: CaseRow): boolean {
  return personActing(context) === row.person
}

/** Whether the acting person has a part in a case: it is their own, or a task in it is or was theirs. */
export async function hasPartIn(context: Context, row: CaseRow): Promise<boolean> {
  const person = personActing(context)
  return person !== null && (row.person === person || (await hasPart(context.tx, row.tenant, row.id, person)))
}
