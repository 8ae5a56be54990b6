/** A set of atoms of a column: the first and last of each stretch, in order, with at least one atom between stretches. */
export type AtomSet = readonly (readonly [number, number])[]

/** The set of all atoms of a column of so many. */
export function allAtoms(size: number): AtomSet {
  return size === 0 ? [] : [[0, size - 1]]
}

/** The set of stretches in any order, which may touch or overlap; those that end before they begin are empty. */
export function setOf(stretches: readonly (readonly [number, number])[]): AtomSet {
  const result: [number, number][] = []
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    if (from > to) continue
    const last = result.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

/** What two sets share. */
export function shared(a: AtomSet, b: AtomSet): AtomSet {
  const result: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as readonly [number, number], b[j] as readonly [number, number]]
    const from = Math.max(x[0], y[0])
    const to = Math.min(x[1], y[1])
    if (from <= to) result.push([from, to])
    if (x[1] < y[1]) i += 1
    else j += 1
  }
  return result
}

/** True when two sets share an atom. */
export function meet(a: AtomSet, b: AtomSet): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as readonly [number, number], b[j] as readonly [number, number]]
    if (Math.max(x[0], y[0]) <= Math.min(x[1], y[1])) return true
    if (x[1] < y[1]) i += 1
    else j += 1
  }
  return false
}

/** True when every atom of `inner` is one of `outer`. */
export function isWithin(inner: AtomSet, outer: AtomSet): boolean {
  let at = 0
  return inner.every(([from, to]) => {
    while (at < outer.length && (outer[at]?.[1] ?? 0) < from) at += 1
    const stretch = outer[at]
    return stretch !== undefined && stretch[0] <= from && to <= stretch[1]
  })
}
