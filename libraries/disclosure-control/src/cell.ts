/** One cell of a table of counts: a place in it, and how many are counted there. */
export interface Cell {
  /** A code for each dimension, in their order; null stands for the total over that dimension. */
  readonly codes: readonly (string | null)[]
  /** How many are counted; a whole number from 0 on. */
  readonly count: number
  /** Whether few contribute most of what is summed up in the cell (`isDominated`); false where nothing is summed up. */
  readonly dominated?: boolean
}

/** A name of the place of a cell, the same for the same codes. */
export function placeOf(codes: Cell['codes']): string {
  return JSON.stringify(codes)
}

/** A total and the cells that make it up, by their indexes in the table: the total is their sum. */
export interface Sum {
  readonly total: number
  readonly parts: readonly number[]
}

/**
 * All sums that a reader of the table can write down: for each dimension a total with the cells that it adds up.
 * Cells that a table does not list are nought.
 */
export function sumsOf(cells: readonly Cell[]): Sum[] {
  const sums: Sum[] = []
  const dimensions = cells[0]?.codes.length ?? 0
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const groups = new Map<string, { total: number | null; parts: number[] }>()
    for (const [index, { codes }] of cells.entries()) {
      const rest = placeOf(codes.with(dimension, ''))
      const group = groups.get(rest) ?? { total: null, parts: [] }
      if (codes[dimension] === null) group.total = index
      else group.parts.push(index)
      groups.set(rest, group)
    }
    for (const { total, parts } of groups.values()) if (total !== null) sums.push({ total, parts })
  }
  return sums
}
