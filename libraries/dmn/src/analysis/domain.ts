import { compareValues, type FeelValue, isNumber, type Kind, kindOf, literalOf, numberText } from '@tereze/feel'
import type { Cell, Test } from '../tables/cell.ts'
import { cellHolds } from '../tables/cell.ts'
import { type AtomSet, allAtoms, setOf } from './atom-set.ts'
import { between } from './between.ts'

/** Kinds of values that tests can be compared over. */
export const ANALYSED: ReadonlySet<Kind> = new Set<Kind>([
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
])

interface Atom {
  /** A value of it. */
  readonly sample: FeelValue
  /** `2k` for the stretch before point k, `2k + 1` for the point, the last for the rest. */
  readonly raw: number
}

/**
 * The values of one column, cut into atoms that no test of the column tells apart: the points that tests name, the stretches
 * between them that have a value, and last of all null.
 */
export class Domain {
  readonly kind: Kind
  private readonly points: readonly FeelValue[]
  private readonly atoms: readonly Atom[]
  /** Index of the atom of each point. */
  private readonly pointAtoms: readonly number[]

  /** `kind` is `context` where nothing is known but that there are values besides null. */
  constructor(kind: Kind, points: readonly FeelValue[]) {
    this.kind = kind
    this.points = kind === 'boolean' ? [false, true] : distinct(points)
    const atoms: Atom[] = []
    const pointAtoms: number[] = []
    for (let raw = 0; raw < this.points.length * 2 + 1; raw++) {
      const at = raw >>> 1
      if (raw % 2 === 1) pointAtoms.push(atoms.length)
      const sample = raw % 2 === 1 ? this.points[at] : between(kind, this.points[at - 1], this.points[at])
      if (sample !== undefined && sample !== null) atoms.push({ sample, raw })
    }
    this.atoms = atoms
    this.pointAtoms = pointAtoms
  }

  /** How many atoms there are, null with them. */
  get size(): number {
    return this.atoms.length + 1
  }

  /** The atom of null. */
  get nothing(): number {
    return this.atoms.length
  }

  /** All atoms but null. */
  get values(): AtomSet {
    return allAtoms(this.atoms.length)
  }

  /** A value in the atom. */
  sample(atom: number): FeelValue {
    return this.atoms[atom]?.sample ?? null
  }

  /** The atoms in which a cell holds. */
  where(cell: Exclude<Cell, 'opaque'>): AtomSet {
    if (cell === 'all') return allAtoms(this.size)
    const plain = this.kind !== 'boolean' && !cell.negated && cell.tests.every(test => this.isPlain(test))
    if (plain) return setOf(cell.tests.flatMap(test => this.stretches(test)))
    const held: [number, number][] = []
    for (let atom = 0; atom < this.size; atom++) if (cellHolds(cell, this.sample(atom))) held.push([atom, atom])
    return setOf(held)
  }

  private isPlain(test: Test): boolean {
    if (test.kind === 'not equal') return false
    const ends = test.kind === 'values' ? test.values : [test.range.start, test.range.end]
    return ends.every(end => end === undefined || (end === null && test.kind === 'values') || kindOf(end) === this.kind)
  }

  private stretches(test: Test): [number, number][] {
    if (test.kind === 'values')
      return test.values.map(value =>
        value === null ? [this.nothing, this.nothing] : [this.atomOf(value), this.atomOf(value)],
      )
    if (test.kind === 'not equal') return []
    const { start, end, startIncluded, endIncluded } = test.range
    const from = start === undefined ? 0 : this.atomOf(start) + (startIncluded ? 0 : 1)
    const to = end === undefined ? this.atoms.length - 1 : this.atomOf(end) - (endIncluded ? 0 : 1)
    return [[from, to]]
  }

  private atomOf(point: FeelValue): number {
    let low = 0
    let high = this.points.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((compareValues(this.points[middle] ?? null, point) ?? 0) < 0) low = middle + 1
      else high = middle
    }
    return this.pointAtoms[low] ?? this.atoms.length
  }

  /** FEEL unary tests for a set of atoms. */
  describe(set: AtomSet): string {
    return set
      .flatMap(([from, to]) => [
        ...(from < this.nothing ? [this.run(from, Math.min(to, this.nothing - 1))] : []),
        ...(to === this.nothing ? ['null'] : []),
      ])
      .join(', ')
  }

  private run(first: number, last: number): string {
    if (first === 0 && last === this.nothing - 1) return 'not(null)'
    const [from, to] = [this.atoms[first]?.raw ?? 0, this.atoms[last]?.raw ?? 0]
    const point = (at: number): string => feelText(this.points[at] ?? null)
    if (from === to && from % 2 === 1) return point((from - 1) / 2)
    const startIncluded = from % 2 === 1
    const endIncluded = to % 2 === 1
    const start = startIncluded ? (from - 1) / 2 : from / 2 - 1
    const end = endIncluded ? (to - 1) / 2 : to / 2
    if (start < 0) return `${endIncluded ? '<=' : '<'} ${point(end)}`
    if (end >= this.points.length) return `${startIncluded ? '>=' : '>'} ${point(start)}`
    return `${startIncluded ? '[' : '('}${point(start)}..${point(end)}${endIncluded ? ']' : ')'}`
  }
}

/** The value as FEEL text that can be read again. */
export function feelText(value: FeelValue): string {
  const kind = kindOf(value)
  if (kind === 'string' || kind === 'boolean' || kind === 'null') return literalOf(value)
  return isNumber(value) ? numberText(value) : `@"${String(value)}"`
}

function distinct(points: readonly FeelValue[]): FeelValue[] {
  const sorted = points.slice().sort((a, b) => compareValues(a, b) ?? 0)
  return sorted.filter((point, i) => i === 0 || compareValues(sorted[i - 1] ?? null, point) !== 0)
}
