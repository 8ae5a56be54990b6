import type { Actor } from '@tereze/operation'
import type { CaseRow } from '../store/cases.ts'
import type { TaskRow } from '../store/tasks.ts'

/** A registrar does a case worker's tasks in the civil registry, and so on: roles that may also do the tasks of others. */
const alsoDoes: Readonly<Record<string, readonly string[]>> = {
  registrar: ['case-worker'],
}

/** Roles whose tasks an official may do. */
export function workingRoles(roles: readonly string[]): string[] {
  return [...new Set(roles.flatMap(role => [role, ...(alsoDoes[role] ?? [])]))]
}

/** Whether an official may work on a task: of their role, not held by another, not in their own case. */
export function mayWorkOn(actor: Actor, task: TaskRow, row: CaseRow): 'yes' | 'not-found' | 'taken' | 'own' {
  if (actor.kind !== 'official' || task.person !== null || !workingRoles(actor.roles).includes(task.role))
    return 'not-found'
  if (task.holder !== null && task.holder !== actor.id) return 'taken'
  return row.person === actor.id ? 'own' : 'yes'
}
