import type { Packages } from '@tereze/catalogue/contract'
import type { Actor, OfficialActor } from '@tereze/operation'
import type { CaseRow } from '../store/cases.ts'
import type { TaskRow } from '../store/tasks.ts'

interface Role {
  readonly id: string
  readonly includes?: readonly string[]
  readonly scope?: string
}

function declaredRoles(packages: Packages): Role[] {
  return packages.list('access').flatMap(pack => (pack.json.get('roles.json')?.roles ?? []) as readonly Role[])
}

/** Whether the tasks of a role are one department's, and not the whole organisation's. */
export function isOfDepartment(packages: Packages, role: string): boolean {
  return declaredRoles(packages).find(({ id }) => id === role)?.scope === 'department'
}

/** Roles whose tasks an official may do: their own, and those that their roles include. */
export function workingRoles(packages: Packages, roles: readonly string[]): string[] {
  const declared = declaredRoles(packages)
  return [...new Set(roles.flatMap(role => [role, ...(declared.find(({ id }) => id === role)?.includes ?? [])]))]
}

/** Role of those who decide appeals: never the person who decided. */
const appealRole = 'appeal-officer'

/** Whether a task is in an official's department; who has none works for all, and a task that has none is everybody's. */
function isInDepartment(actor: OfficialActor, task: TaskRow): boolean {
  return actor.unit === null || task.department === null || task.department === actor.unit
}

/** Whether an official may work on a task: of their role and department, not held by another, not in their own case, no appeal against their own decision. */
export function mayWorkOn(
  packages: Packages,
  actor: Actor,
  task: TaskRow,
  row: CaseRow,
): 'yes' | 'not-found' | 'taken' | 'own' {
  if (actor.kind !== 'official' || task.person !== null) return 'not-found'
  if (!workingRoles(packages, actor.roles).includes(task.role)) return 'not-found'
  if (!isInDepartment(actor, task)) return 'not-found'
  if (task.holder !== null && task.holder !== actor.id) return 'taken'
  const { official } = (row.data.decision ?? {}) as { official?: unknown }
  const ownDecision = task.role === appealRole && official === actor.id
  return row.person === actor.id || ownDecision ? 'own' : 'yes'
}
