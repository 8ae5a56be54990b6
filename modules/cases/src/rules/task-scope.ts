import type { TaskCriteria } from '../contract/task.ts'

/** What an official may see tasks of; null: no limit. */
export interface TaskLimits {
  readonly roles: readonly string[]
  readonly units: readonly string[] | null
  readonly territory: string | null
}

/** The order of an index that a list is read in: of a role; of a unit, region or district within it. */
export type ScopeKey = 'role' | 'unit' | 'region' | 'district'

/** Where a list is read: for each role and place one range of the index; the rest only narrows what is read. */
export interface TaskScope {
  readonly key: ScopeKey
  readonly roles: readonly string[]
  /** Values of the key; the empty text stands for tasks of no unit or territory, which are everybody's. */
  readonly places: readonly string[]
  readonly units: readonly string[] | null
  /** Code of the territory within which the tasks are. */
  readonly within: string | null
  /** Whether tasks of no territory belong to it. */
  readonly everywhere: boolean
}

const regionLength = 2
const districtLength = 4

/** The narrower of two territories; undefined when neither lies in the other. */
function narrower(one: string | null, other: string | null): string | null | undefined {
  if (one === null || other === null) return one ?? other
  if (one.startsWith(other)) return one
  return other.startsWith(one) ? other : undefined
}

/**
 * Where the tasks are that an official may see and wants: of their roles, units and territory, as far as the criteria ask for them.
 * A territory is read by its region or district, since the tasks of a unit are many more. Null: nowhere.
 * @param home code of the territory that the list `territory` means when none is asked for.
 */
export function decideScope(limits: TaskLimits, criteria: TaskCriteria, home: string | null): TaskScope | null {
  const roles = limits.roles.filter(role => criteria.role === undefined || role === criteria.role)
  const wanted = criteria.territory ?? (criteria.list === 'territory' ? home : null)
  const within = narrower(limits.territory, wanted)
  if (roles.length === 0 || within === undefined) return null
  const units = limits.units === null ? null : [...limits.units, '']
  const everywhere = wanted === null
  if (within === null)
    return units === null
      ? { key: 'role', roles, places: [''], units: null, within: null, everywhere }
      : { key: 'unit', roles, places: units, units: null, within: null, everywhere }
  const byDistrict = within.length >= districtLength
  const place = within.slice(0, byDistrict ? districtLength : regionLength)
  return {
    key: byDistrict ? 'district' : 'region',
    roles,
    places: everywhere ? [place, ''] : [place],
    units,
    within: within.length === place.length ? null : within,
    everywhere,
  }
}
