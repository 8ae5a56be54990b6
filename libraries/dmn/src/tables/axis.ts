import { compareValues, FeelDate, type FeelValue, isNumber, type Kind, kindOf } from '@tereze/feel'
import type { Cell, Test } from './cell.ts'

/** What a value of an indexed column is found by: numbers as they are, dates as days since 1970, text, 0 and 1 for booleans. */
export type Key = number | string

/** Marks a value that the axis cannot place. */
export const NOWHERE = -1

/** Up to so many constants are looked through one by one, which is quicker than to halve or to hash. */
const FEW = 8

/**
 * One column of a table, cut into atoms at the constants that its cells name: atom `2k + 1` is the constant k, atom `2k` what
 * lies before it. All values of an atom pass the same tests.
 */
export class Axis {
  readonly kind: 'number' | 'string' | 'date' | 'boolean'
  private readonly numbers: Float64Array
  private readonly texts: readonly string[]
  private readonly byText: ReadonlyMap<string, number>
  private readonly ordered: boolean

  private constructor(kind: Axis['kind'], numbers: readonly number[], texts: readonly string[], ordered: boolean) {
    this.kind = kind
    this.numbers = Float64Array.from(numbers)
    this.texts = texts
    this.byText = new Map(texts.map((text, i) => [text, 2 * i + 1]))
    this.ordered = ordered
  }

  /** The axis of a column's cells; null when they are not all of one kind that can be placed. */
  static of(cells: readonly Cell[]): Axis | null {
    const numbers = new Set<number>()
    const texts = new Set<string>()
    const kinds = new Set<Kind>()
    let ordered = false
    for (const cell of new Set(cells)) {
      if (typeof cell === 'string') continue
      for (const test of cell.tests) {
        if (test.kind === 'range') ordered = true
        for (const value of valuesOf(test)) {
          if (value === null && test.kind !== 'range') continue
          const key = keyOf(value)
          if (key === null) return null
          kinds.add(kindOf(value))
          if (typeof key === 'string') texts.add(key)
          else numbers.add(key)
        }
      }
    }
    const [kind, ...others] = kinds
    if (others.length > 0 || (kind !== 'number' && kind !== 'string' && kind !== 'date' && kind !== 'boolean'))
      return null
    return new Axis(
      kind,
      [...numbers].sort((a, b) => a - b),
      [...texts].sort((a, b) => compareValues(a, b) ?? 0),
      ordered,
    )
  }

  /** How many atoms there are. */
  get size(): number {
    return 2 * (this.kind === 'string' ? this.texts.length : this.numbers.length) + 1
  }

  /** The atom of a value; `NOWHERE` when it is not of the axis's kind, or a number beyond JavaScript's. */
  locate(value: FeelValue): number {
    switch (this.kind) {
      case 'number':
        return typeof value === 'number' ? this.locateNumber(value) : NOWHERE
      case 'string':
        return typeof value === 'string' ? this.locateText(value) : NOWHERE
      case 'date':
        return value instanceof FeelDate ? this.locateNumber(value.days) : NOWHERE
      case 'boolean':
        return typeof value === 'boolean' ? this.locateNumber(value ? 1 : 0) : NOWHERE
    }
  }

  /** The atom of a key of the axis's kind. */
  locateNumber(key: number): number {
    const { numbers } = this
    const count = numbers.length
    if (count <= FEW) {
      // Every comparison is made: a guess of the processor that fails costs more.
      let atom = 0
      for (let at = 0; at < count; at++) {
        const number = numbers[at] as number
        atom += Number(number < key) + Number(number <= key)
      }
      return atom
    }
    let low = 0
    let high = numbers.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((numbers[middle] as number) < key) low = middle + 1
      else high = middle
    }
    return numbers[low] === key ? 2 * low + 1 : 2 * low
  }

  /** The atom of a text. */
  locateText(key: string): number {
    const known = this.byText.get(key)
    if (known !== undefined) return known
    // Where only equality is asked, all other texts are one.
    if (!this.ordered) return 2 * this.texts.length
    let low = 0
    let high = this.texts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((compareValues(this.texts[middle] ?? null, key) ?? 0) < 0) low = middle + 1
      else high = middle
    }
    return 2 * low
  }

  /** The atoms in which a cell holds, as pairs of first and last. */
  intervals(cell: Exclude<Cell, 'opaque'>): [number, number][] {
    const last = this.size - 1
    if (cell === 'all') return [[0, last]]
    const found = cell.tests.flatMap(test => this.intervalsOf(test))
    return cell.negated ? complement(found, last) : found
  }

  private intervalsOf(test: Test): [number, number][] {
    const last = this.size - 1
    if (test.kind === 'range') {
      const { start, end, startIncluded, endIncluded } = test.range
      const from = start === undefined ? 0 : this.locate(start) + (startIncluded ? 0 : 1)
      const to = end === undefined ? last : this.locate(end) - (endIncluded ? 0 : 1)
      return from <= to ? [[from, to]] : []
    }
    const points = valuesOf(test)
      .filter(value => value !== null)
      .map((value): [number, number] => [this.locate(value), this.locate(value)])
    return test.kind === 'values' ? points : complement(points, last)
  }
}

function valuesOf(test: Test): FeelValue[] {
  if (test.kind === 'values') return [...test.values]
  if (test.kind === 'not equal') return [test.value]
  return [test.range.start, test.range.end].filter(end => end !== undefined)
}

function keyOf(value: FeelValue): Key | null {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return value instanceof FeelDate && !isNumber(value) ? value.days : null
}

function complement(intervals: readonly (readonly [number, number])[], last: number): [number, number][] {
  const result: [number, number][] = []
  let next = 0
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    if (from > next) result.push([next, from - 1])
    next = Math.max(next, to + 1)
  }
  if (next <= last) result.push([next, last])
  return result
}
