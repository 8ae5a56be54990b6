import { sameValue } from './same-value.ts'

/** Pointers to the values of a record that are no objects or lists, and to those that are empty, in order. */
export function leavesOf(value: unknown, pointer = ''): { pointer: string; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ pointer, value }]
  const members = Object.entries(value)
  if (members.length === 0) return pointer === '' ? [] : [{ pointer, value }]
  return members.flatMap(([name, member]) =>
    leavesOf(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

/** One value that differs between two contents; absent values are undefined. */
export interface Difference {
  readonly pointer: string
  readonly before: unknown
  readonly after: unknown
}

/** What differs between two contents, value by value, in the order of the fields. */
export function differencesOf(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
): Difference[] {
  const old = new Map(leavesOf(before ?? {}).map(({ pointer, value }) => [pointer, value]))
  const next = new Map(leavesOf(after).map(({ pointer, value }) => [pointer, value]))
  return [...new Set([...next.keys(), ...old.keys()])]
    .filter(pointer => !sameValue(old.get(pointer), next.get(pointer)))
    .map(pointer => ({ pointer, before: old.get(pointer), after: next.get(pointer) }))
}
