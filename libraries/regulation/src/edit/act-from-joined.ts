import type { ActOfJoining, DigitalRegulation } from '../format/digital-regulation.ts'
import { placed } from '../join.ts'
import { below, readAt } from '../places.ts'
import { membersOf } from '../regenerate/parts-of.ts'
import { partAt } from './describe-member.ts'

/** Whether an act of joining may change what stands at a pointer of its template; lists by position. */
export function mayDiffer(template: DigitalRegulation, pointer: string): boolean {
  const place = placed(template, pointer)
  return (template.changeable ?? [])
    .map(one => placed(template, one))
    .some(open => place === open || place.startsWith(`${open}/`))
}

function sameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && [...one.keys()].every((key, index) => [...other.keys()][index] === key)
}

/** The least that differs below a place that may differ: a list with other elements is one change, and so are words and terms. */
function differing(from: unknown, to: unknown, place: string): [string, unknown][] {
  if (JSON.stringify(from) === JSON.stringify(to)) return []
  const [before, after] = [membersOf(from), membersOf(to)]
  const isWhole = ['words', 'term', 'money'].includes(partAt(place)?.kind ?? '')
  if (
    before === null ||
    after === null ||
    isWhole ||
    Array.isArray(from) !== Array.isArray(to) ||
    !sameKeys(before, after)
  )
    return [[place, to === undefined ? null : to]]
  return [...after].flatMap(([name, value]) => differing(before.get(name), value, below(place, name)))
}

/** The act of joining that comes to a joined regulation; what the template keeps closed is not looked at. */
export function actFromJoined(template: DigitalRegulation, joined: DigitalRegulation, act: ActOfJoining): ActOfJoining {
  const changes = (template.changeable ?? []).flatMap(open =>
    differing(readAt(template, placed(template, open)), readAt(joined, placed(template, open)), open),
  )
  return { ...act, changes: Object.fromEntries(changes) }
}
