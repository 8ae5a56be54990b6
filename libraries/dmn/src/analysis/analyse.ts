import { type FeelValue, type Json, type Kind, kindOf, toJson } from '@tereze/feel'
import type { DecisionTable, Model } from '../model/model.ts'
import { type Cell, pointsOf, readCell } from '../tables/cell.ts'
import { type AtomSet, allAtoms, isWithin, meet, setOf, shared } from './atom-set.ts'
import { columnType } from './column-type.ts'
import { ANALYSED, Domain } from './domain.ts'
import { Outputs } from './outputs.ts'
import { countMeetings, meetings, type Stretch, sweep } from './sweep.ts'

/** A part of the input space, by the text of the input expressions: as FEEL unary tests, and as one example. */
export interface Region {
  readonly where: Readonly<Record<string, string>>
  readonly example: Readonly<Record<string, Json>>
}

/** Inputs that two rules match. */
export interface Overlap extends Region {
  /** Numbers of the two rules, from one. */
  readonly rules: readonly [number, number]
  /** True when the two rules give different outputs. */
  readonly conflict: boolean
}

/** A rule that can never give the result. */
export interface Unreachable {
  readonly rule: number
  /**
   * `contradiction`: no input can match it; `hidden`: wherever it matches, others come first (FIRST), are more important
   * (PRIORITY) or match too (UNIQUE, which then gives nothing).
   */
  readonly reason: 'contradiction' | 'hidden'
  /** The rules that hide it. */
  readonly by: readonly number[]
  /** An input that the rule would match, if others did not hide it; null for a contradiction. */
  readonly example: Readonly<Record<string, Json>> | null
}

/** A rule that says nothing that another does not say already. */
export interface Subsumed {
  readonly rule: number
  /** The rule that matches whenever this one does. */
  readonly by: number
  readonly example: Readonly<Record<string, Json>>
}

/** What is known of a table without running it. */
export interface Analysis {
  /** False when the table was too large to look at all of it, or had more to report than is reported. */
  readonly complete: boolean
  readonly gaps: readonly Region[]
  readonly overlaps: readonly Overlap[]
  readonly unreachable: readonly Unreachable[]
  readonly subsumed: readonly Subsumed[]
  /** Cells that depend on more than constants; a gap is reported only where they cannot matter. */
  readonly opaque: readonly { readonly rule: number; readonly input: string }[]
  /** Which outputs have a default that answers in the gaps. */
  readonly defaults: 'none' | 'some' | 'all'
}

/** What is known of a table, and how much of it is looked at. */
export interface AnalyseOptions {
  /** Gives the types and allowed values of the inputs. */
  readonly model?: Model
  /** Also report where no rule matches a null input. Without it gaps are told of inputs that all have values. */
  readonly nulls?: boolean
}

interface Column {
  readonly label: string
  /** Null where the cells cannot be compared: the column is then of one atom, and null. */
  readonly domain: Domain | null
  readonly size: number
  /** The atoms that the allowed values leave, null with them. */
  readonly allowed: AtomSet
  /** The same without null. */
  readonly valued: AtomSet
  /** By rule: the atoms in which the cell certainly holds. */
  readonly certain: readonly AtomSet[]
  /** By rule: the atoms in which the cell may hold; differs for opaque cells. */
  readonly possible: readonly AtomSet[]
}

const BUDGET = 8_000_000
const MAX_REPORTED = 200
/** Rules times columns beyond which a table is not looked at. */
const MAX_CELLS = 2_000_000

/**
 * Finds what a table leaves out (gaps), says twice (overlaps), can never say (unreachable) and says needlessly (subsumed).
 * Every finding is exact for the cells that are constants; null inputs count for all but the gaps, unless they are asked for.
 */
export function analyse(table: DecisionTable, options: AnalyseOptions = {}): Analysis {
  return new Analyser(table, options).analyse()
}

class Analyser {
  private readonly table: DecisionTable
  private readonly nulls: boolean
  private readonly outputs: Outputs
  private readonly columns: readonly Column[]
  private readonly opaque: { rule: number; input: string }[] = []
  private budget = BUDGET
  private complete = true

  constructor(table: DecisionTable, options: AnalyseOptions) {
    this.table = table
    this.nulls = options.nulls === true
    this.outputs = new Outputs(table)
    const tooLarge = table.rules.length * table.inputs.length > MAX_CELLS
    if (tooLarge) this.complete = false
    this.columns = tooLarge ? [] : this.readColumns(options.model ?? null)
  }

  analyse(): Analysis {
    const { table } = this
    const withDefault = table.outputs.filter(({ defaultEntry }) => (defaultEntry?.text ?? '') !== '').length
    const defaults = withDefault === 0 ? 'none' : withDefault === table.outputs.length ? 'all' : 'some'
    if (!this.complete)
      return { complete: false, gaps: [], overlaps: [], unreachable: [], subsumed: [], opaque: [], defaults }
    const all = table.rules.map((_, i) => i)
    const contradictions = all.filter(rule => this.columns.some(column => column.possible[rule]?.length === 0))
    const without = new Set(contradictions)
    const alive = all.filter(rule => !without.has(rule))
    const gaps = this.gaps(alive)
    const near = this.neighbours(alive)
    const { overlaps, subsumed } = this.pairs(near)
    return {
      complete: this.complete,
      gaps,
      overlaps,
      unreachable: [
        ...contradictions.map(
          (rule): Unreachable => ({ rule: rule + 1, reason: 'contradiction', by: [], example: null }),
        ),
        ...this.hidden(alive, near),
      ],
      subsumed,
      opaque: this.opaque,
      defaults,
    }
  }

  /** Columns with the same expression are one dimension: their cells hold together or not at all. */
  private readColumns(model: Model | null): Column[] {
    const byText = new Map<string, number[]>()
    for (const [i, input] of this.table.inputs.entries())
      byText.set(input.expression.text, [...(byText.get(input.expression.text) ?? []), i])
    return [...byText].map(([label, indexes]) => this.readColumn(label, indexes, model))
  }

  private readColumn(label: string, indexes: readonly number[], model: Model | null): Column {
    const types = indexes.map(i => columnType(this.table.inputs[i] as DecisionTable['inputs'][number], model))
    const cells = this.table.rules.map(rule => indexes.map(i => readCell(rule.tests[i]?.text ?? '')))
    const allowed = types.flatMap(type => type.allowed).map(readCell)
    const points = [...new Set([...cells.flat(), ...allowed])].flatMap(pointsOf)
    const domain = domainOf(types.find(type => type.kind !== null)?.kind ?? null, points)
    for (const [rule, parts] of cells.entries())
      if (parts.some(cell => cell === 'opaque' || (domain === null && cell !== 'all')))
        this.opaque.push({ rule: rule + 1, input: label })
    const size = domain?.size ?? 2
    const whole = allAtoms(size)
    const nothing: AtomSet = [[size - 1, size - 1]]
    const left = allowed.reduce<AtomSet>((rest, cell) => {
      if (cell === 'opaque' || domain === null) return rest
      return shared(rest, setOf([...domain.where(cell), ...nothing]))
    }, whole)
    const kept = new Map<Cell, AtomSet>()
    const where = (cell: Exclude<Cell, 'opaque'>, of: Domain): AtomSet => {
      const known = kept.get(cell)
      if (known !== undefined) return known
      const found = of.where(cell)
      kept.set(cell, found)
      return found
    }
    const set = (parts: readonly Cell[], unknown: AtomSet): AtomSet =>
      parts.reduce<AtomSet>((held, cell) => {
        if (cell === 'all') return held
        return shared(held, cell === 'opaque' || domain === null ? unknown : where(cell, domain))
      }, left)
    return {
      label,
      domain,
      size,
      allowed: left,
      valued: shared(left, allAtoms(size - 1)),
      certain: cells.map(parts => set(parts, [])),
      possible: cells.map(parts => set(parts, whole)),
    }
  }

  private gaps(rules: readonly number[]): Region[] {
    const gaps: Region[] = []
    this.explore(0, rules, [], new Set(), region => {
      if (gaps.length === MAX_REPORTED) {
        this.complete = false
        return false
      }
      gaps.push(region)
      return true
    })
    return gaps
  }

  private looked(column: Column): AtomSet {
    return this.nulls ? column.allowed : column.valued
  }

  /** Looks for inputs that none of the rules can match. The report ends the search with false. */
  private explore(
    at: number,
    rules: readonly number[],
    chosen: readonly AtomSet[],
    covered: Set<string>,
    report: (region: Region) => boolean,
  ): boolean {
    if (rules.length === 0) return report(this.region(chosen, this.nulls))
    const column = this.columns[at]
    if (column === undefined) return true
    const rest = this.columns.slice(at)
    // A rule that takes everything from here on leaves no gap behind it.
    if (rules.some(rule => rest.every(other => isWithin(this.looked(other), other.possible[rule] ?? [])))) return true
    const key = `${at}:${rules.join(',')}`
    if (covered.has(key)) return true
    let whole = true
    for (const group of this.groups(column.possible, rules, this.looked(column))) {
      if (this.spent()) return false
      let found = false
      const goOn = this.explore(at + 1, group.rules, [...chosen, group.atoms], covered, region => {
        found = true
        return report(region)
      })
      if (found) whole = false
      if (!goOn) return false
    }
    if (whole) covered.add(key)
    return true
  }

  private spent(): boolean {
    if (this.budget > 0) return false
    this.complete = false
    return true
  }

  /** The atoms inside a set, together where the same rules hold. */
  private groups(
    sets: readonly AtomSet[],
    rules: readonly number[],
    inside: AtomSet,
  ): { readonly rules: readonly number[]; readonly atoms: AtomSet }[] {
    const groups = new Map<string, { readonly rules: readonly number[]; readonly stretches: [number, number][] }>()
    for (const stretch of this.counted(sweep(sets, rules, inside))) {
      const key = stretch.rules.join(',')
      const group = groups.get(key) ?? { rules: stretch.rules, stretches: [] }
      group.stretches.push([stretch.from, stretch.to])
      groups.set(key, group)
    }
    return [...groups.values()].map(({ rules: held, stretches }) => ({ rules: held, atoms: setOf(stretches) }))
  }

  private *counted(stretches: Iterable<Stretch>): Generator<Stretch> {
    for (const stretch of stretches) {
      this.budget -= stretch.rules.length + 1
      if (this.spent()) return
      yield stretch
    }
  }

  /** A region in words; without nulls it is told of values wherever it has any. */
  private region(chosen: readonly AtomSet[], nulls = false): Region {
    const where: Record<string, string> = {}
    const example: Record<string, Json> = {}
    for (const [i, { label, domain, valued, allowed }] of this.columns.entries()) {
      const atoms = chosen[i] ?? (nulls ? allowed : valued)
      const values = shared(atoms, valued)
      const told = nulls || values.length === 0 ? atoms : values
      where[label] =
        isWithin(nulls ? allowed : valued, told) || domain === null
          ? whereUnknown(told, domain, this.nulls)
          : domain.describe(told)
      example[label] = toJson(domain?.sample((values[0] ?? atoms[0])?.[0] ?? 0) ?? null)
    }
    return { where, example }
  }

  /** Pairs of rules that may match the same input, by the column in which the fewest meet. */
  private neighbours(rules: readonly number[]): (readonly [number, number])[] {
    const { columns } = this
    const [first] = columns.toSorted((a, b) => countMeetings(a.possible, rules) - countMeetings(b.possible, rules))
    const found: [number, number][] = []
    const cost = columns.length * 8
    const keep = (a: number, b: number): boolean => {
      this.budget -= cost
      if (this.spent()) return false
      if (columns.every(column => meet(column.possible[a] ?? [], column.possible[b] ?? []))) found.push([a, b])
      return true
    }
    if (first === undefined) {
      const [a, b] = rules
      if (a !== undefined && b !== undefined) found.push([a, b])
    } else meetings(first.possible, rules, keep)
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  }

  private pairs(near: readonly (readonly [number, number])[]): { overlaps: Overlap[]; subsumed: Subsumed[] } {
    const overlaps: Overlap[] = []
    const subsumed: Subsumed[] = []
    for (const [a, b] of near) {
      const common = this.columns.map(column => shared(column.certain[a] ?? [], column.certain[b] ?? []))
      if (common.some(atoms => atoms.length === 0)) continue
      if (overlaps.length < MAX_REPORTED)
        overlaps.push({ rules: [a + 1, b + 1], conflict: this.outputs.differ(a, b), ...this.region(common) })
      else this.complete = false
      if (subsumed.length === MAX_REPORTED) continue
      const inner = this.columns.every(column => isWithin(column.possible[b] ?? [], column.certain[a] ?? []))
      const outer = this.columns.every(column => isWithin(column.possible[a] ?? [], column.certain[b] ?? []))
      if (inner) subsumed.push({ rule: b + 1, by: a + 1, example: this.region(common).example })
      else if (outer) subsumed.push({ rule: a + 1, by: b + 1, example: this.region(common).example })
    }
    return { overlaps, subsumed }
  }

  /** Rules whose every input is taken by others that win over them. */
  private hidden(rules: readonly number[], near: readonly (readonly [number, number])[]): Unreachable[] {
    const wins = this.winner()
    if (wins === null) return []
    const over = new Map<number, number[]>(rules.map(rule => [rule, []]))
    for (const [a, b] of near) {
      if (wins(a, b)) over.get(b)?.push(a)
      if (wins(b, a)) over.get(a)?.push(b)
    }
    const found: Unreachable[] = []
    for (const rule of rules) {
      const others = (over.get(rule) ?? [])
        .filter(other => this.columns.every(column => meet(column.certain[other] ?? [], column.possible[rule] ?? [])))
        .sort((a, b) => a - b)
      if (others.length === 0) continue
      const box = this.columns.map(column => column.possible[rule] ?? [])
      if (this.free(0, others, box) === false)
        found.push({
          rule: rule + 1,
          reason: 'hidden',
          by: others.map(other => other + 1),
          example: this.region(box).example,
        })
    }
    return found
  }

  /** Whether a rule keeps another from giving the result where both match; null when the hit policy has no such thing. */
  private winner(): ((rule: number, other: number) => boolean) | null {
    switch (this.table.hitPolicy) {
      case 'FIRST':
        return (rule, other) => rule < other
      case 'UNIQUE':
        return () => true
      case 'PRIORITY': {
        const ranks = this.outputs.ranks()
        return (rule, other) => {
          const [a, b] = [ranks[rule] ?? null, ranks[other] ?? null]
          if (a === null || b === null) return false
          const column = a.findIndex((rank, i) => rank !== b[i])
          return column < 0 ? rule < other : (a[column] ?? 0) < (b[column] ?? 0)
        }
      }
      default:
        return null
    }
  }

  /** True when some input of the box is matched by none of the rules for certain; null when that is too much to find out. */
  private free(at: number, rules: readonly number[], box: readonly AtomSet[]): boolean | null {
    if (rules.length === 0) return true
    const column = this.columns[at]
    if (column === undefined) return false
    for (const group of this.groups(column.certain, rules, box[at] ?? [])) {
      if (this.spent()) return null
      const free = this.free(at + 1, group.rules, box)
      if (free !== false) return free
    }
    return this.spent() ? null : false
  }
}

/** The domain of a column by its declared kind or that of its points; null when its cells cannot be compared. */
function domainOf(declared: Kind | null, points: readonly FeelValue[]): Domain | null {
  const named = points.filter(point => point !== null)
  const kinds = new Set(named.map(kindOf))
  const kind = declared ?? (kinds.size === 1 ? ([...kinds][0] ?? null) : null)
  if (kind === null) return points.length > 0 && named.length === 0 ? new Domain('context', []) : null
  if (!ANALYSED.has(kind)) return null
  const own = named.filter(point => kindOf(point) === kind)
  return isOrdered(own) ? new Domain(kind, own) : null
}

/** False when local times stand beside those of a place, which have no order together. */
function isOrdered(points: readonly FeelValue[]): boolean {
  return new Set(points.map(point => isPlaced(point))).size < 2
}

function isPlaced(value: FeelValue): boolean {
  return typeof value === 'object' && value !== null && 'offset' in value && value.offset !== null
}

/** A column that says nothing: any value, with null or without. */
function whereUnknown(atoms: AtomSet, domain: Domain | null, nulls: boolean): string {
  if (!nulls || domain === null) return '-'
  return atoms.some(([, to]) => to === domain.nothing) ? '-' : 'not(null)'
}
