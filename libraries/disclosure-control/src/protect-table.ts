import { boundsIn, hiddenAround, type Reading } from './bounds.ts'
import { type Cell, placeOf, sumsOf } from './cell.ts'
import { isUnsafe, type Rule } from './unsafe.ts'

/** What readers know from versions that were published before, by `placeOf`. */
export interface Earlier {
  /** Places that were hidden before: they stay hidden, or the two versions together would show what one alone hides. */
  readonly hidden: ReadonlySet<string>
  /** What was shown before: hiding the same number now hides nothing. */
  readonly shown: ReadonlyMap<string, number>
}

/** Which cells are not shown, by index in the table. */
export interface Protection {
  /** Hidden for themselves: small, or dominated by few. */
  readonly primary: ReadonlySet<number>
  /** Hidden so that totals do not give the others away. */
  readonly secondary: ReadonlySet<number>
  /** Cells that cannot be protected, whatever is hidden: the table must not be published. Empty as a rule. */
  readonly open: ReadonlySet<number>
}

const nothingEarlier: Earlier = { hidden: new Set(), shown: new Map() }
/** In groups of hidden cells up to this size, what was hidden without need is shown again. */
const reconsidered = 60

/**
 * Decides which cells of a table are hidden: small or dominated ones, and so many others that nobody who solves the sums of the table
 * for the hidden counts learns one of them better than to within the threshold.
 *
 * What is protected against is a reader who knows the whole table, all its totals, that noughts are shown, and the versions before.
 */
export function protectTable(cells: readonly Cell[], rule: Rule, earlier: Earlier = nothingEarlier): Protection {
  const sums = sumsOf(cells)
  const sumsOfCell = new Map<number, number[][]>()
  for (const { total, parts } of sums)
    for (const index of [total, ...parts]) sumsOfCell.set(index, [...(sumsOfCell.get(index) ?? []), [total, ...parts]])

  const primary = new Set<number>()
  const sticky = new Set<number>()
  const fixed = new Set<number>()
  for (const [index, cell] of cells.entries()) {
    const place = placeOf(cell.codes)
    if (earlier.hidden.has(place)) sticky.add(index)
    if (isUnsafe(cell, rule)) primary.add(index)
    if (earlier.shown.get(place) === cell.count) fixed.add(index)
  }
  const hidden = new Set([...primary, ...sticky])
  const guarded = [...hidden].sort((one, other) => one - other)
  // A number that everybody has seen is no unknown, even where it is hidden now.
  const reading = (): Reading => ({
    cells,
    hidden: new Set([...hidden].filter(index => !fixed.has(index))),
    perhapsNought: sticky,
  })
  const isProtected = (bounds: ReturnType<typeof boundsIn>, index: number) => {
    const { least, most } = bounds(index)
    return most - least >= rule.threshold - 1 && most >= rule.threshold
  }
  const isFree = (index: number) => !hidden.has(index) && !fixed.has(index) && (cells[index]?.count ?? 0) > 0
  const nextToHide = (index: number): number | undefined => {
    const weight = (one: number) => (cells[one]?.codes ?? []).filter(code => code === null).length * 1e12
    const among = (of: Iterable<number>) =>
      [...new Set([...of].flatMap(one => (sumsOfCell.get(one) ?? []).flat()))]
        .filter(isFree)
        .sort((one, other) => weight(one) + (cells[one]?.count ?? 0) - weight(other) - (cells[other]?.count ?? 0))
    const [own] = among([index])
    if (own !== undefined) return own
    const [near] = among(hiddenAround(reading(), index))
    return near
  }

  const open = new Set<number>()
  for (const index of guarded) {
    while (!fixed.has(index) && !isProtected(boundsIn(reading()), index)) {
      const next = nextToHide(index)
      if (next === undefined) {
        open.add(index)
        break
      }
      hidden.add(next)
    }
  }
  showUnneeded()
  return { primary, secondary: new Set([...hidden].filter(index => !primary.has(index))), open }

  function showUnneeded(): void {
    const added = [...hidden].filter(index => !primary.has(index) && !sticky.has(index))
    for (const index of added.sort((one, other) => (cells[other]?.count ?? 0) - (cells[one]?.count ?? 0))) {
      const around = hiddenAround(reading(), index)
      if (around.size > reconsidered) continue
      hidden.delete(index)
      const bounds = boundsIn(reading())
      const needs = guarded.filter(one => around.has(one) && !fixed.has(one) && !open.has(one))
      if (!needs.every(one => isProtected(bounds, one))) hidden.add(index)
    }
  }
}
