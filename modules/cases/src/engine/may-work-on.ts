import type { Packages } from '@tereze/catalogue/contract'
import type { Actor } from '@tereze/operation'
import type { CaseRow } from '../store/cases.ts'
import type { TaskRow } from '../store/tasks.ts'

interface Role {
  readonly id: string
  readonly includes?: readonly string[]
}

/** Roles whose tasks an official may do: their own, and those that their roles include. */
export function workingRoles(packages: Packages, roles: readonly string[]): string[] {
  const declared = packages
    .list('access')
    .flatMap(pack => (pack.json.get('roles.json')?.roles ?? []) as readonly Role[])
  return [...new Set(roles.flatMap(role => [role, ...(declared.find(({ id }) => id === role)?.includes ?? [])]))]
}

/** Whether an official may work on a task: of their role, not held by another, not in their own case. */
export function mayWorkOn(
  packages: Packages,
  actor: Actor,
  task: TaskRow,
  row: CaseRow,
): 'yes' | 'not-found' | 'taken' | 'own' {
  if (actor.kind !== 'official' || task.person !== null) return 'not-found'
  if (!workingRoles(packages, actor.roles).includes(task.role)) return 'not-found'
  if (task.holder !== null && task.holder !== actor.id) return 'taken'
  return row.person === actor.id ? 'own' : 'yes'
}
