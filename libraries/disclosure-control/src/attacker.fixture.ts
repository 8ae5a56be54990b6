import { type Cell, sumsOf } from './cell.ts'

/** What an attacker finds a hidden count to be at least and at most. */
export interface Found {
  readonly least: number
  readonly most: number
}

/**
 * An attacker who knows nothing of how cells were chosen, only the sums, that counts are whole, and that noughts are shown: tries every
 * filling of the hidden cells that agrees with what is shown, up to a largest count. Independent of the solver that the library uses.
 */
export function everyFilling(cells: readonly Cell[], hidden: ReadonlySet<number>, largest: number): Map<number, Found> {
  const order = [...hidden]
  const rank = new Map(order.map((index, place) => [index, place]))
  const equations = sumsOf(cells)
    .map(({ total, parts }) => [{ index: total, sign: -1 }, ...parts.map(index => ({ index, sign: 1 }))])
    .filter(terms => terms.some(({ index }) => hidden.has(index)))
    .map(terms => ({ terms, last: Math.max(...terms.map(({ index }) => rank.get(index) ?? -1)) }))
  const tried = new Map<number, number>()
  const found = new Map<number, Found>()
  const countAt = (index: number) => tried.get(index) ?? cells[index]?.count ?? 0
  const go = (place: number): void => {
    const index = order[place]
    if (index === undefined) {
      for (const [cell, value] of tried) {
        const { least, most } = found.get(cell) ?? { least: value, most: value }
        found.set(cell, { least: Math.min(least, value), most: Math.max(most, value) })
      }
      return
    }
    // The last unknown of an equation follows from the others; all others are tried.
    const closing = equations.find(({ last }) => last === place)
    const values = closing === undefined ? range(1, largest) : [closed(closing.terms, index)]
    for (const value of values) {
      if (value < 1 || value > largest) continue
      tried.set(index, value)
      const holds = equations.every(
        ({ terms, last }) =>
          last !== place || terms.reduce((sum, term) => sum + term.sign * countAt(term.index), 0) === 0,
      )
      if (holds) go(place + 1)
      tried.delete(index)
    }
  }
  const closed = (terms: readonly { index: number; sign: number }[], index: number) => {
    const own = terms.find(term => term.index === index)?.sign ?? 1
    const rest = terms
      .filter(term => term.index !== index)
      .reduce((sum, term) => sum + term.sign * countAt(term.index), 0)
    return -rest / own
  }
  go(0)
  return found
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place)
}

/** A table of two dimensions with both totals, from its inner counts. */
export function withTotals(rows: readonly (readonly number[])[], totals: { rows: boolean; columns: boolean }): Cell[] {
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  const inner = rows.flatMap((row, r) => row.map((count, c): Cell => ({ codes: [`r${r}`, `c${c}`], count })))
  const ofRows = totals.columns ? rows.map((row, r): Cell => ({ codes: [`r${r}`, null], count: sum(row) })) : []
  const columns = rows[0]?.map((_, c) => rows.map(row => row[c] ?? 0)) ?? []
  const ofColumns = totals.rows
    ? columns.map((column, c): Cell => ({ codes: [null, `c${c}`], count: sum(column) }))
    : []
  const all: Cell[] = totals.rows && totals.columns ? [{ codes: [null, null], count: sum(rows.flat()) }] : []
  return [...inner, ...ofRows, ...ofColumns, ...all]
}
