import { findOrganisation, type Package, type Packages } from '@tereze/catalogue/contract'
import type { Actor, OfficialActor } from '@tereze/operation'
import type { ListedCase } from '../store/cases.ts'
import type { TaskRow } from '../store/tasks.ts'

interface Role {
  readonly id: string
  readonly includes?: readonly string[]
  readonly leads?: readonly string[]
  readonly scope?: string
}

const remembered = new WeakMap<readonly Package[], ReadonlyMap<string, Role>>()

/** The roles of the access packages by id; read once from each list of them. */
function declaredRoles(packages: Packages): ReadonlyMap<string, Role> {
  const list = packages.list('access')
  let roles = remembered.get(list)
  if (roles === undefined) {
    const declared = list.flatMap(pack => (pack.json.get('roles.json')?.roles ?? []) as readonly Role[])
    roles = new Map(declared.toReversed().map(role => [role.id, role]))
    remembered.set(list, roles)
  }
  return roles
}

/** Whether the tasks of a role are one department's, and not the whole organisation's. */
export function isOfDepartment(packages: Packages, role: string): boolean {
  return declaredRoles(packages).get(role)?.scope === 'department'
}

/** Roles whose tasks an official may do: their own, and those that their roles include. */
export function workingRoles(packages: Packages, roles: readonly string[]): string[] {
  const declared = declaredRoles(packages)
  return [...new Set(roles.flatMap(role => [role, ...(declared.get(role)?.includes ?? [])]))]
}

/** Role of those who decide appeals: never the person who decided. */
const appealRole = 'appeal-officer'

/** Roles whose tasks an official gives to others. */
export function ledRoles(packages: Packages, roles: readonly string[]): string[] {
  const declared = declaredRoles(packages)
  return [...new Set(roles.flatMap(role => declared.get(role)?.leads ?? []))]
}

/** An official's unit and those within it; null for who works for the whole organisation. */
export function unitsOf(packages: Packages, organisation: string, unit: string | null): string[] | null {
  if (unit === null) return null
  const departments = findOrganisation(packages, organisation)?.departments ?? []
  const units = [unit]
  for (const known of units)
    units.push(...departments.filter(({ id, parent }) => parent === known && !units.includes(id)).map(({ id }) => id))
  return units
}

/** Somebody whose office has limits: an official who acts, or a colleague. */
export type Officeholder = Pick<OfficialActor, 'id' | 'organisation' | 'unit' | 'territory' | 'roles'>

/**
 * Whether a task lies within an office: in its unit or one below, in its territory. Who has none works for all, and a task that has
 * none is everybody's.
 */
function isWithinOffice(
  packages: Packages,
  office: Officeholder,
  task: Pick<TaskRow, 'department' | 'territory'>,
): boolean {
  const units = unitsOf(packages, office.organisation, office.unit)
  const inUnit = units === null || task.department === null || units.includes(task.department)
  const { territory = null } = office
  return inUnit && (territory === null || task.territory === null || task.territory.startsWith(territory))
}

/** Whether the case of a task is one's own, or the task an appeal against one's own decision. */
function isOwn(id: string, task: TaskRow, row: ListedCase): boolean {
  const { official } = (row.data.decision ?? {}) as { official?: unknown }
  return row.person === id || (task.role === appealRole && official === id)
}

/** Whether an official could do a task if it were theirs: of their role, unit and territory, and no own case. */
export function isFitFor(packages: Packages, office: Officeholder, task: TaskRow, row: ListedCase): boolean {
  return (
    task.person === null &&
    office.organisation === row.tenant &&
    workingRoles(packages, office.roles).includes(task.role) &&
    isWithinOffice(packages, office, task) &&
    !isOwn(office.id, task, row)
  )
}

/**
 * Whether an official may work on a task: of their role, unit and territory, not held by another unless they gave it to them and are
 * answerable, not in their own case, no appeal against their own decision.
 */
export function mayWorkOn(
  packages: Packages,
  actor: Actor,
  task: TaskRow,
  row: ListedCase,
): 'yes' | 'not-found' | 'taken' | 'own' {
  if (actor.kind !== 'official' || task.person !== null) return 'not-found'
  if (!workingRoles(packages, actor.roles).includes(task.role)) return 'not-found'
  if (!isWithinOffice(packages, actor, task)) return 'not-found'
  if (task.holder !== null && task.holder !== actor.id && task.answerable !== actor.id) return 'taken'
  return isOwn(actor.id, task, row) ? 'own' : 'yes'
}

/** A task that went to a superior, as the work of those from whom it came; any other as it is. */
export function asGivenBack(packages: Packages, task: TaskRow, row: ListedCase): TaskRow {
  if (task.cameFrom === null) return task
  const department = isOfDepartment(packages, task.cameFrom) ? row.department : null
  return { ...task, role: task.cameFrom, department, cameFrom: null }
}

/** Whether an official leads those who do a task, or did it before it came to a superior: heads give it to one of them. */
export function mayAssign(
  packages: Packages,
  actor: Actor,
  task: TaskRow,
  row: ListedCase,
): 'yes' | 'not-found' | 'own' {
  if (actor.kind !== 'official' || task.person !== null) return 'not-found'
  const work = asGivenBack(packages, task, row)
  if (!ledRoles(packages, actor.roles).includes(work.role)) return 'not-found'
  if (!isWithinOffice(packages, actor, work)) return 'not-found'
  return row.person === actor.id ? 'own' : 'yes'
}

/** What an official may do with a task as things stand. */
export function mayDo(
  packages: Packages,
  actor: Actor,
  task: TaskRow,
  row: ListedCase,
): { work: boolean; assign: boolean } {
  const open = task.endedAt === null
  return {
    work: open && mayWorkOn(packages, actor, task, row) === 'yes',
    assign: open && mayAssign(packages, actor, task, row) === 'yes',
  }
}
