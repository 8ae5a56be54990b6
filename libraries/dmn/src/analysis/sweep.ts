import type { AtomSet } from './atom-set.ts'

/** Atoms that follow each other and are in the sets of the same rules. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** The rules whose sets hold them, ascending. */
  readonly rules: readonly number[]
}

/** Goes through the atoms of a set from the first to the last, in stretches that the same rules hold. */
export function* sweep(sets: readonly AtomSet[], rules: readonly number[], inside: AtomSet): Generator<Stretch> {
  const begin = new Map<number, number[]>()
  const end = new Map<number, number[]>()
  const put = (map: Map<number, number[]>, at: number, rule: number): void => {
    const list = map.get(at)
    if (list === undefined) map.set(at, [rule])
    else list.push(rule)
  }
  for (const rule of rules)
    for (const [from, to] of sets[rule] ?? []) {
      put(begin, from, rule)
      put(end, to + 1, rule)
    }
  const marks = [...new Set([...begin.keys(), ...end.keys(), ...inside.flatMap(([from, to]) => [from, to + 1])])].sort(
    (a, b) => a - b,
  )
  const active: number[] = []
  let stretch = 0
  for (const [i, from] of marks.entries()) {
    for (const rule of end.get(from) ?? []) active.splice(placeOf(active, rule), 1)
    for (const rule of begin.get(from) ?? []) active.splice(placeOf(active, rule), 0, rule)
    while (stretch < inside.length && (inside[stretch]?.[1] ?? 0) < from) stretch += 1
    const to = (marks[i + 1] ?? from + 1) - 1
    const here = inside[stretch]
    if (here !== undefined && here[0] <= from && to <= here[1]) yield { from, to, rules: active.slice() }
  }
}

/** Calls back with every two rules whose sets share an atom, each pair once; ends when told false. */
export function meetings(
  sets: readonly AtomSet[],
  rules: readonly number[],
  each: (a: number, b: number) => boolean,
): void {
  const starts = rules
    .flatMap(rule => (sets[rule] ?? []).map(([from, to]) => ({ rule, from, to })))
    .sort((a, b) => a.from - b.from || a.rule - b.rule)
  const many = new Set(rules.filter(rule => (sets[rule]?.length ?? 0) > 1))
  const seen = new Set<string>()
  let active: { rule: number; to: number }[] = []
  for (const { rule, from, to } of starts) {
    active = active.filter(other => other.to >= from)
    for (const other of active) {
      if (other.rule === rule) continue
      if (many.has(rule) || many.has(other.rule)) {
        const key = `${Math.min(rule, other.rule)} ${Math.max(rule, other.rule)}`
        if (seen.has(key)) continue
        seen.add(key)
      }
      if (!each(Math.min(rule, other.rule), Math.max(rule, other.rule))) return
    }
    active.push({ rule, to })
  }
}

/** How many meetings there are at most. */
export function countMeetings(sets: readonly AtomSet[], rules: readonly number[]): number {
  const stretches = rules.flatMap(rule => sets[rule] ?? [])
  const starts = stretches.map(([from]) => from).sort((a, b) => a - b)
  const ends = stretches.map(([, to]) => to).sort((a, b) => a - b)
  let count = 0
  let ended = 0
  for (const [i, from] of starts.entries()) {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) < from) ended += 1
    count += i - ended
  }
  return count
}

function placeOf(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
