import type { FeelValue } from '@tereze/feel'
import { Axis, NOWHERE } from './axis.ts'
import type { Cell } from './cell.ts'

/** Tables of more rules than this are indexed by one column only: masks would grow with the square of the rules. */
const MAX_MASKED = 4096
const MAX_ENTRIES = 16_000_000

/** A column by which rules are found. */
export interface IndexedColumn {
  readonly axis: Axis
  /** For every atom, one bit per rule that may hold there. */
  readonly masks: Uint32Array
}

/** What an index says of one row of input values. */
export interface Look {
  /** The rules that may match, in the order of the table. */
  readonly rules: readonly number[]
  /** The columns that need not be looked at again, for the cells that the index understands. */
  readonly sure: readonly boolean[]
  /** The first of the sure columns that a rule does not pass; null when it passes all of them. */
  readonly failing: (rule: number) => number | null
  /** True when a rule does not pass a sure column. */
  readonly fails: (rule: number, column: number) => boolean
}

/** Finds the rules that may match, without trying each; null when it cannot say anything of these values. */
export interface RuleIndex {
  readonly look: (values: readonly FeelValue[]) => Look | null
}

/** The columns of a table as masks; null for a column whose cells cannot be compared, or when there are too many rules. */
export function maskedColumns(cells: readonly (readonly Cell[])[], columnCount: number): (IndexedColumn | null)[] {
  return Array.from({ length: columnCount }, (_, column) => {
    const own = cells.map(row => row[column] ?? 'all')
    const axis = Axis.of(own)
    return axis === null || cells.length > MAX_MASKED ? null : { axis, masks: masksOf(axis, own) }
  })
}

function masksOf(axis: Axis, cells: readonly Cell[]): Uint32Array {
  const words = Math.ceil(cells.length / 32)
  const masks = new Uint32Array(words * axis.size)
  for (const [rule, cell] of cells.entries()) {
    const word = rule >>> 5
    const bit = 1 << (rule & 31)
    for (const [from, to] of axis.intervals(cell === 'opaque' ? 'all' : cell))
      for (let atom = from; atom <= to; atom++)
        masks[atom * words + word] = (masks[atom * words + word] as number) | bit
  }
  return masks
}

/** An index over all columns that can be compared; null when no column can be. */
export function indexRules(cells: readonly (readonly Cell[])[], columnCount: number): RuleIndex | null {
  if (cells.length > MAX_MASKED) return indexByBestColumn(cells, columnCount)
  const columns = maskedColumns(cells, columnCount)
  if (columns.every(column => column === null)) return null
  const words = Math.ceil(cells.length / 32)
  return {
    look: values => {
      const live = new Uint32Array(words).fill(0xffffffff)
      const offsets = columns.map((column, i) => {
        const atom = column === null ? NOWHERE : column.axis.locate(values[i] ?? null)
        return atom === NOWHERE ? NOWHERE : atom * words
      })
      for (const [i, from] of offsets.entries()) {
        const masks = columns[i]?.masks
        if (from === NOWHERE || masks === undefined) continue
        for (let word = 0; word < words; word++) live[word] = (live[word] as number) & (masks[from + word] as number)
      }
      const fails = (rule: number, column: number): boolean => {
        const from = offsets[column] ?? NOWHERE
        return from !== NOWHERE && ((columns[column]?.masks[from + (rule >>> 5)] ?? 0) & (1 << (rule & 31))) === 0
      }
      return {
        rules: bitsOf(live, cells.length),
        sure: offsets.map(from => from !== NOWHERE),
        fails,
        failing: rule => {
          for (let column = 0; column < offsets.length; column++) if (fails(rule, column)) return column
          return null
        },
      }
    },
  }
}

function bitsOf(live: Uint32Array, count: number): number[] {
  const rules: number[] = []
  for (let word = 0; word < live.length; word++) {
    let bits = live[word] as number
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits)
      const rule = word * 32 + bit
      if (rule < count) rules.push(rule)
      bits &= bits - 1
    }
  }
  return rules
}

/** For very large tables: the rules by the atoms of the column that tells them apart best, in a segment tree. */
function indexByBestColumn(cells: readonly (readonly Cell[])[], columnCount: number): RuleIndex | null {
  let best: { column: number; tree: SegmentTree; cost: number } | null = null
  for (let column = 0; column < columnCount; column++) {
    const own = cells.map(row => row[column] ?? 'all')
    const axis = Axis.of(own)
    if (axis === null) continue
    const cost = own.reduce((sum, cell) => sum + coverage(axis, cell), 0) / axis.size
    if (best !== null && best.cost <= cost) continue
    best = { column, cost, tree: new SegmentTree(axis, own) }
  }
  if (best === null || best.tree.entries > MAX_ENTRIES) return null
  const { column, tree } = best
  const sure = Array.from({ length: columnCount }, (_, i) => i === column)
  return {
    look: values => {
      const atom = tree.axis.locate(values[column] ?? null)
      if (atom === NOWHERE) return null
      const rules = tree.at(atom)
      const found = new Set(rules)
      return {
        rules,
        sure,
        failing: rule => (found.has(rule) ? null : column),
        fails: (rule, other) => other === column && !found.has(rule),
      }
    },
  }
}

function coverage(axis: Axis, cell: Cell): number {
  return axis.intervals(cell === 'opaque' ? 'all' : cell).reduce((sum, [from, to]) => sum + to - from + 1, 0)
}

/** Intervals of atoms with the rules that hold there: each interval is kept at few nodes, a query looks along one path. */
class SegmentTree {
  readonly axis: Axis
  entries = 0
  private readonly base: number
  private readonly nodes = new Map<number, number[]>()

  constructor(axis: Axis, cells: readonly Cell[]) {
    this.axis = axis
    this.base = 2 ** Math.ceil(Math.log2(Math.max(2, axis.size)))
    for (const [rule, cell] of cells.entries())
      for (const [from, to] of axis.intervals(cell === 'opaque' ? 'all' : cell))
        this.insert(from + this.base, to + this.base + 1, rule)
  }

  private insert(from: number, to: number, rule: number): void {
    let low = from
    let high = to
    while (low < high) {
      if (low % 2 === 1) this.keep(low++, rule)
      if (high % 2 === 1) this.keep(--high, rule)
      low = Math.floor(low / 2)
      high = Math.floor(high / 2)
    }
  }

  private keep(node: number, rule: number): void {
    const rules = this.nodes.get(node)
    if (rules === undefined) this.nodes.set(node, [rule])
    else rules.push(rule)
    this.entries += 1
  }

  /** The rules that hold in an atom, in the order of the table, each once. */
  at(atom: number): number[] {
    const found: number[] = []
    for (let node = atom + this.base; node >= 1; node = Math.floor(node / 2))
      for (const rule of this.nodes.get(node) ?? []) found.push(rule)
    return [...new Set(found)].sort((a, b) => a - b)
  }
}
