import { type FeelValue, type Json, type Kind, kindOf, toJson } from '@tereze/feel'
import type { DecisionTable, Model } from '../model/model.ts'
import { atomsOf, type Cell, pointsOf, readCell } from '../tables/cell.ts'
import { columnType } from './column-type.ts'
import { ANALYSED, Domain } from './domain.ts'

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
  /** `contradiction`: no input can match it; `hidden`: earlier rules always come first. */
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
}

type Bounds = readonly [number, number]

interface Column {
  readonly label: string
  readonly domain: Domain | null
  /** The atoms that the allowed values leave. */
  readonly allowed: readonly boolean[]
  /** By rule: the atoms in which the cell certainly holds. */
  readonly certain: readonly boolean[][]
  /** By rule: the first and last atom in which the cell certainly holds. */
  readonly bounds: readonly Bounds[]
  /** By rule: the atoms in which the cell may hold; differs for opaque cells. */
  readonly possible: readonly boolean[][]
}

const BUDGET = 8_000_000
const MAX_REPORTED = 200
/** Rules times columns beyond which a table is not looked at: its atoms would fill the memory. */
const MAX_CELLS = 20_000

const TOO_LARGE: Analysis = { complete: false, gaps: [], overlaps: [], unreachable: [], subsumed: [], opaque: [] }

/**
 * Finds what a table leaves out (gaps), says twice (overlaps), can never say (unreachable) and says needlessly (subsumed).
 * With the model, the types and allowed values of the inputs are known. Null inputs are not looked at.
 */
export function analyse(table: DecisionTable, options: { readonly model?: Model } = {}): Analysis {
  if (table.rules.length * table.inputs.length > MAX_CELLS) return TOO_LARGE
  return new Analyser(table, options.model ?? null).analyse()
}

class Analyser {
  private readonly table: DecisionTable
  private readonly columns: readonly Column[]
  private readonly opaque: { rule: number; input: string }[] = []
  private budget = BUDGET
  private complete = true

  constructor(table: DecisionTable, model: Model | null) {
    this.table = table
    this.columns = this.readColumns(model)
  }

  analyse(): Analysis {
    const all = this.table.rules.map((_, i) => i)
    const contradictions = all.filter(rule => this.columns.some(column => !some(column.possible[rule])))
    const alive = all.filter(rule => !contradictions.includes(rule))
    const gaps: Region[] = []
    this.explore(0, alive, [], new Set(), region => {
      if (gaps.length === MAX_REPORTED) {
        this.complete = false
        return false
      }
      gaps.push(region)
      return true
    })
    const { overlaps, subsumed } = this.pairs(alive)
    return {
      complete: this.complete,
      gaps,
      overlaps,
      unreachable: [
        ...contradictions.map(
          (rule): Unreachable => ({ rule: rule + 1, reason: 'contradiction', by: [], example: null }),
        ),
        ...this.hidden(alive),
      ],
      subsumed,
      opaque: this.opaque,
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
    for (const [rule, parts] of cells.entries())
      if (parts.includes('opaque')) this.opaque.push({ rule: rule + 1, input: label })
    const allowed = types.flatMap(type => type.allowed).map(readCell)
    const points = [...cells.flat(), ...allowed].flatMap(pointsOf)
    const kind = types.find(type => type.kind !== null)?.kind ?? soleKind(points)
    const analysed = kind !== null && ANALYSED.has(kind)
    const domain = analysed
      ? new Domain(
          kind,
          points.filter(point => kindOf(point) === kind),
        )
      : null
    const left = domain === null ? [true] : allowedAtoms(domain, allowed)
    const set = (parts: readonly Cell[], unknown: boolean): boolean[] =>
      parts.reduce<boolean[]>((held, cell) => {
        if (cell === 'opaque') return held.map(holds => holds && unknown)
        if (domain === null) return held.map(holds => holds && (cell === 'all' || unknown))
        const atoms = atomsOf(cell, domain)
        return held.map((holds, atom) => holds && atoms[atom] === true)
      }, left.slice())
    const certain = cells.map(parts => set(parts, false))
    return {
      label,
      domain,
      allowed: left,
      certain,
      bounds: certain.map(atoms => [atoms.indexOf(true), atoms.lastIndexOf(true)]),
      possible: cells.map(parts => set(parts, true)),
    }
  }

  /** Looks for inputs that none of the rules can match. The report ends the search with false. */
  private explore(
    at: number,
    rules: readonly number[],
    chosen: readonly boolean[][],
    covered: Set<string>,
    report: (region: Region) => boolean,
  ): boolean {
    if (rules.length === 0) return report(this.region(chosen))
    const column = this.columns[at]
    if (column === undefined) return true
    const rest = this.columns.slice(at)
    // A rule that takes everything from here on leaves no gap behind it.
    if (rules.some(rule => rest.every(other => isWhole(other, rule)))) return true
    const key = `${at}:${rules.join(',')}`
    if (covered.has(key)) return true
    let whole = true
    for (const group of this.groups(column, rules)) {
      if (this.budget <= 0) {
        this.complete = false
        return false
      }
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

  /** The atoms of a column, together where the same rules can hold. */
  private groups(column: Column, rules: readonly number[]): { rules: number[]; atoms: boolean[] }[] {
    const size = column.domain?.size ?? 1
    const groups = new Map<string, { rules: number[]; atoms: boolean[] }>()
    for (let atom = 0; atom < size; atom++) {
      if (column.allowed[atom] !== true) continue
      this.budget -= rules.length + 1
      const held = rules.filter(rule => column.possible[rule]?.[atom] === true)
      const key = held.join(',')
      const group = groups.get(key) ?? { rules: held, atoms: new Array<boolean>(size).fill(false) }
      group.atoms[atom] = true
      groups.set(key, group)
    }
    return [...groups.values()]
  }

  private region(chosen: readonly boolean[][]): Region {
    const where: Record<string, string> = {}
    const example: Record<string, Json> = {}
    for (const [i, column] of this.columns.entries()) {
      const atoms = chosen[i] ?? column.allowed.slice()
      const whole = column.domain === null || within(column.allowed, atoms)
      where[column.label] = whole ? '-' : (column.domain?.describe(atoms) ?? '-')
      example[column.label] = column.domain === null ? null : sampleOf(column.domain, atoms)
    }
    return { where, example }
  }

  private pairs(rules: readonly number[]): { overlaps: Overlap[]; subsumed: Subsumed[] } {
    const overlaps: Overlap[] = []
    const subsumed: Subsumed[] = []
    for (const [i, a] of rules.entries()) {
      for (const b of rules.slice(i + 1)) {
        if (this.columns.some(column => apart(column.bounds[a], column.bounds[b]))) continue
        this.budget -= this.columns.length * 8
        if (this.budget <= 0) {
          this.complete = false
          return { overlaps, subsumed }
        }
        const common = this.columns.map(column => both(column.certain[a] ?? [], column.certain[b] ?? []))
        if (!common.every(some)) continue
        if (overlaps.length < MAX_REPORTED)
          overlaps.push({ rules: [a + 1, b + 1], conflict: this.outputsDiffer(a, b), ...this.region(common) })
        const inner = this.columns.every(column => within(column.certain[b] ?? [], column.certain[a] ?? []))
        const outer = this.columns.every(column => within(column.certain[a] ?? [], column.certain[b] ?? []))
        if (inner) subsumed.push({ rule: b + 1, by: a + 1, example: this.region(common).example })
        else if (outer) subsumed.push({ rule: a + 1, by: b + 1, example: this.region(common).example })
      }
    }
    return { overlaps, subsumed: subsumed.slice(0, MAX_REPORTED) }
  }

  private outputsDiffer(a: number, b: number): boolean {
    const texts = (rule: number): string =>
      JSON.stringify(this.table.rules[rule]?.outputs.map(output => output.text.trim()))
    return texts(a) !== texts(b)
  }

  /** Under the hit policy FIRST: rules whose every input is taken by the rules before them. */
  private hidden(rules: readonly number[]): Unreachable[] {
    if (this.table.hitPolicy !== 'FIRST') return []
    const found: Unreachable[] = []
    for (const [i, rule] of rules.entries()) {
      if (this.budget <= 0) break
      this.budget -= i
      const before = rules
        .slice(0, i)
        .filter(other =>
          this.columns.every(
            column =>
              !apart(column.bounds[other], column.bounds[rule]) &&
              some(both(column.certain[other] ?? [], column.possible[rule] ?? [])),
          ),
        )
      if (before.length === 0) continue
      const box = this.columns.map(column => column.possible[rule] ?? [])
      const free = this.free(0, before, box)
      if (free === false)
        found.push({
          rule: rule + 1,
          reason: 'hidden',
          by: before.map(other => other + 1),
          example: this.region(box).example,
        })
      if (free === null) this.complete = false
    }
    return found
  }

  /** True when some input of the box is matched by none of the rules for certain; null when that is too much to find out. */
  private free(at: number, rules: readonly number[], box: readonly boolean[][]): boolean | null {
    if (rules.length === 0) return true
    const column = this.columns[at]
    if (column === undefined) return false
    const seen = new Set<string>()
    for (const [atom, inside] of (box[at] ?? []).entries()) {
      if (!inside) continue
      this.budget -= rules.length + 1
      if (this.budget <= 0) return null
      const held = rules.filter(rule => column.certain[rule]?.[atom] === true)
      const key = held.join(',')
      if (seen.has(key)) continue
      seen.add(key)
      const free = this.free(at + 1, held, box)
      if (free !== false) return free
    }
    return false
  }
}

/** True when the stretches of two rules do not touch. */
function apart(a: Bounds | undefined, b: Bounds | undefined): boolean {
  return a === undefined || b === undefined || a[1] < b[0] || b[1] < a[0]
}

function some(atoms: readonly boolean[] | undefined): boolean {
  return atoms?.includes(true) ?? false
}

function both(a: readonly boolean[], b: readonly boolean[]): boolean[] {
  return a.map((held, atom) => held && b[atom] === true)
}

/** True when every atom of `inner` is one of `outer`. */
function within(inner: readonly boolean[], outer: readonly boolean[]): boolean {
  return inner.every((held, atom) => !held || outer[atom] === true)
}

function sampleOf(domain: Domain, atoms: readonly boolean[]): Json {
  const atom = atoms.indexOf(true)
  return toJson(domain.sample(atom) ?? null)
}

function soleKind(points: readonly FeelValue[]): Kind | null {
  const kinds = new Set(points.map(kindOf).filter(kind => kind !== 'null'))
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null
}

function allowedAtoms(domain: Domain, allowed: readonly Cell[]): boolean[] {
  return allowed.reduce<boolean[]>((held, cell) => {
    if (cell === 'opaque') return held
    const atoms = atomsOf(cell, domain)
    return held.map((holds, atom) => holds && atoms[atom] === true)
  }, domain.possible.slice())
}

function isWhole(column: Column, rule: number): boolean {
  return within(column.allowed, column.possible[rule] ?? [])
}
