import { below } from '../places.ts'
import { membersOf, partsOf, sameParts } from './parts-of.ts'

/** A part that was changed by hand and by the regulation, both since it was generated last. */
export interface Conflict {
  readonly place: string
  /** What stands in the package; undefined: taken away by hand. */
  readonly mine: unknown
  /** What the regulation gives now; undefined: nothing any more. */
  readonly theirs: unknown
}

/** What somebody said about conflicts, by place. */
export interface Choices {
  /** The regulation's part is taken. */
  readonly take: (place: string) => boolean
  /** The hand edit stays, and is no conflict any more. */
  readonly keep: (place: string) => boolean
}

/** A file put together again. */
export interface Merged {
  readonly value: unknown
  readonly conflicts: readonly Conflict[]
}

function recordedAt(recorded: ReadonlyMap<string, string>, place: string): Map<string, string> {
  return new Map([...recorded].filter(([one]) => one === place || one.startsWith(`${place}/`)))
}

/** Names in their new order, with those that only the hand edit has behind what they stood behind. */
function order(mine: readonly string[], theirs: readonly string[]): string[] {
  const names = [...theirs]
  for (const [index, name] of mine.entries()) {
    if (names.includes(name)) continue
    const before = mine.slice(0, index).findLast(one => names.includes(one))
    names.splice(before === undefined ? 0 : names.indexOf(before) + 1, 0, name)
  }
  return names
}

/**
 * Puts three states of a file together: as it is, as the regulation makes it now, as it was generated last (hashes). What nobody
 * edited follows the regulation; what was edited stays; what both changed stays too and is told.
 */
export function merge(
  mine: unknown,
  theirs: unknown,
  recorded: ReadonlyMap<string, string>,
  choices: Choices,
  place = '',
): Merged {
  const [own, other] = [membersOf(mine), membersOf(theirs)]
  if (own !== null && other !== null && Array.isArray(mine) === Array.isArray(theirs)) {
    const conflicts: Conflict[] = []
    const parts: [string, unknown][] = []
    for (const name of order([...own.keys()], [...other.keys()])) {
      const part = merge(own.get(name), other.get(name), recorded, choices, below(place, name))
      conflicts.push(...part.conflicts)
      if (part.value !== undefined) parts.push([name, part.value])
    }
    return { value: Array.isArray(theirs) ? parts.map(([, part]) => part) : Object.fromEntries(parts), conflicts }
  }
  const before = recordedAt(recorded, place)
  const [now, next] = [partsOf(mine, place), partsOf(theirs, place)]
  if (sameParts(now, next)) return { value: mine, conflicts: [] }
  if (sameParts(now, before)) return { value: theirs, conflicts: [] }
  if (sameParts(next, before) || choices.keep(place)) return { value: mine, conflicts: [] }
  if (choices.take(place)) return { value: theirs, conflicts: [] }
  return { value: mine, conflicts: [{ place, mine, theirs }] }
}

/** A difference between two states of a value, at a place. */
export interface Change {
  readonly place: string
  readonly from: unknown
  readonly to: unknown
}

/** What differs between two values, part by part; what is alike but for blanks is the same. */
export function changesBetween(from: unknown, to: unknown, place = ''): Change[] {
  const [own, other] = [membersOf(from), membersOf(to)]
  if (own !== null && other !== null && Array.isArray(from) === Array.isArray(to))
    return order([...own.keys()], [...other.keys()]).flatMap(name =>
      changesBetween(own.get(name), other.get(name), below(place, name)),
    )
  return sameParts(partsOf(from, place), partsOf(to, place)) ? [] : [{ place, from, to }]
}
