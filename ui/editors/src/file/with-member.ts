import { isObject } from '@tereze/regulation'
import type { ShapeMember } from './shape.ts'

/** The object with a member more, put where the format has it: behind the nearest one that comes before it. */
export function withMember(
  own: unknown,
  name: string,
  value: unknown,
  members: readonly ShapeMember[],
): Record<string, unknown> {
  const before = isObject(own) ? own : {}
  if (name in before) return { ...before, [name]: value }
  const names = members.map(member => member.name)
  const entries = Object.entries(before)
  const near = names.slice(0, Math.max(0, names.indexOf(name))).findLast(one => one in before)
  const at = entries.findIndex(([one]) => one === near) + 1
  return Object.fromEntries(entries.toSpliced(at, 0, [name, value]))
}
