import { below, isObject } from '../places.ts'
import { hashOf } from './hash.ts'

/** The member by which elements of a list are told apart; null where they are not, and the list is one part. */
export function keyOf(list: readonly unknown[]): 'id' | 'field' | null {
  for (const key of ['id', 'field'] as const) {
    const keys = list.map(one => (isObject(one) ? one[key] : undefined))
    if (list.length > 0 && keys.every(one => typeof one === 'string') && new Set(keys).size === keys.length) return key
  }
  return null
}

/** The members of a value by name, or the elements of a list by what tells them apart; null where it is one part. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (Array.isArray(value)) {
    const key = keyOf(value)
    return key === null ? null : new Map(value.map(one => [String((one as Record<string, unknown>)[key]), one]))
  }
  return isObject(value) && Object.keys(value).length > 0 ? new Map(Object.entries(value)) : null
}

/** How a part is written for comparison: blanks of running text count once. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : JSON.stringify(value)
}

/** The parts of a value by their places, each with its hash. */
export function partsOf(value: unknown, place = ''): Map<string, string> {
  if (value === undefined) return new Map()
  const members = membersOf(value)
  if (members === null) return new Map([[place, hashOf(plain(value))]])
  return new Map([...members].flatMap(([name, part]) => [...partsOf(part, below(place, name))]))
}

/** Whether two values are the same, part by part. */
export function sameParts(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([place, hash]) => other.get(place) === hash)
}
