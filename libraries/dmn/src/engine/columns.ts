import { type FeelContext, type FeelValue, newContext } from '@tereze/feel'
import { NOWHERE } from '../tables/axis.ts'
import { atomOf } from '../tables/json-atom.ts'
import { type ProgramColumn, type TableProgram, UNSURE } from '../tables/program.ts'
import type { CompiledModel } from './compile.ts'
import { type EvaluateOptions, evaluate } from './evaluate.ts'
import { type FastDecision, fastDecision } from './fast-decision.ts'
import { dateOfDays } from './iso-date.ts'
import { ANY_TYPE, type DecisionType } from './types.ts'

/**
 * The values of one input, or of one component of it, for a whole population: JSON values by position. A typed array of
 * numbers holds days since 1970-01-01 where the type is a date.
 */
export type Column = ArrayLike<unknown>

/** The decisions of a population. */
export interface ColumnOutcome {
  readonly length: number
  /** The value for the person at a position, from zero. */
  readonly at: (position: number) => FeelValue
  /** By position: the index of the rule that decided, −1 for none, −2 where the decision was evaluated in full. */
  readonly rules: Int32Array
}

/**
 * Makes one decision for a population given by columns: inputs by name, components by dotted name (`applicant.age`). Gives the
 * same values as `evaluate` for each row.
 */
export function evaluateColumns(
  compiled: CompiledModel,
  name: string,
  columns: Readonly<Record<string, Column>>,
  options: EvaluateOptions = {},
): ColumnOutcome {
  const length = Math.max(0, ...Object.values(columns).map(column => column.length))
  const element = compiled.elements.get(name)
  const fast = element?.kind === 'decision' ? fastDecision(element) : null
  const given = Object.entries(columns).map(([key, values]) => placeColumn(compiled, key, values))
  const full = (position: number): FeelValue => evaluate(compiled, name, contextAt(given, position), options).value
  if (fast === null || Object.values(columns).some(column => column.length !== length))
    return { length, at: full, rules: new Int32Array(length).fill(UNSURE) }
  const rules = decideColumns(fast, given, length)
  return {
    length,
    rules,
    at: position => {
      const rule = rules[position]
      return rule === undefined || rule === UNSURE ? full(position) : fast.program.result(rule)
    },
  }
}

interface PlacedColumn {
  readonly path: readonly string[]
  readonly values: Column
  /** The type at the path; null where nothing is said of it. */
  readonly type: DecisionType | null
  /** True when tests narrow a whole that the column is a part of. */
  readonly inNarrowed: boolean
  /** True for a typed array of days. */
  readonly days: boolean
}

/** Where a column belongs: an input whose very name it is, before a component of one. */
function placeColumn(compiled: CompiledModel, key: string, values: Column): PlacedColumn {
  let found: { path: readonly string[]; type: DecisionType | null; rest: string } | null = null
  for (const input of compiled.inputs)
    for (const path of input.paths) {
      const own = path.join('.')
      const rest = key === own ? '' : key.startsWith(`${own}.`) ? key.slice(own.length + 1) : null
      if (rest !== null && (found === null || rest.length < found.rest.length)) found = { path, type: input.type, rest }
    }
  const whole = found === null && compiled.elements.has(key) ? [key] : null
  const { path, type, rest } = found ?? { path: whole ?? [], type: null, rest: whole === null ? key : '' }
  const below = rest === '' ? { path: [], type, inNarrowed: false } : componentAt(rest, type)
  const days = ArrayBuffer.isView(values) && below.type?.feel.kind === 'date'
  return { path: [...path, ...below.path], values, type: below.type, inNarrowed: below.inNarrowed, days }
}

function componentAt(rest: string, type: DecisionType | null): Pick<PlacedColumn, 'path' | 'type' | 'inNarrowed'> {
  const inNarrowed = type !== null && type.narrowed !== null
  for (const [name, entry] of type?.entries ?? []) {
    if (rest === name) return { path: [name], type: entry, inNarrowed }
    if (!rest.startsWith(`${name}.`)) continue
    const below = componentAt(rest.slice(name.length + 1), entry)
    return { ...below, path: [name, ...below.path], inNarrowed: inNarrowed || below.inNarrowed }
  }
  return { path: rest.split('.'), type: null, inNarrowed }
}

/** Values of a row as a context, components under their inputs; numbers in typed arrays of dates are days. */
function contextAt(columns: readonly PlacedColumn[], position: number): FeelContext {
  const context = newContext()
  for (const { path, values, days } of columns) {
    let target = context
    for (const part of path.slice(0, -1)) {
      target[part] ??= newContext()
      target = target[part] as Record<string, FeelValue>
    }
    target[path.at(-1) as string] = valueAt(values[position], days)
  }
  return context
}

function valueAt(value: unknown, days: boolean): FeelValue {
  if (typeof value === 'bigint') return valueAt(Number(value), days)
  if (typeof value !== 'number') return (value ?? null) as FeelValue
  if (days) return dateOfDays(value)
  return Number.isFinite(value) ? value : null
}

function decideColumns(fast: FastDecision, columns: readonly PlacedColumn[], length: number): Int32Array {
  const { program } = fast
  const rules = new Int32Array(length)
  const sources = program.columns.map(({ path }) =>
    columns.find(column => column.path.length === path.length && column.path.every((part, i) => part === path[i])),
  )
  const owners = new Set(fast.inputs.map(input => input.name))
  const checked = columns.filter(
    column =>
      owners.has(column.path[0] ?? '') && !sources.some(source => source === column && source.type?.plain === true),
  )
  if (sources.includes(undefined) || columns.some(column => column.inNarrowed)) return rules.fill(UNSURE)
  const unsure = constraintsBroken(checked, length)
  const values = sources.map(source => (source as PlacedColumn).values)
  if (program.narrow) narrow(program, values, rules, unsure)
  else wide(program, values, rules, unsure)
  return rules
}

/** Rows in which a value does not surely conform to its type; null when every row does. */
function constraintsBroken(columns: readonly PlacedColumn[], length: number): Uint8Array | null {
  let broken: Uint8Array | null = null
  for (const { values, type, days } of columns) {
    if (type === ANY_TYPE) continue
    const quick = type?.quick ?? (() => false)
    const seen = new Map<unknown, boolean>()
    for (let i = 0; i < length; i++) {
      const value = values[i]
      let accepted = seen.get(value)
      if (accepted === undefined) {
        accepted = quick(days ? String(dateOfDays(Number(value))) : value)
        if (seen.size < 1000) seen.set(value, accepted)
      }
      if (accepted) continue
      broken ??= new Uint8Array(length)
      broken[i] = 1
    }
  }
  return broken
}

/** The atom of a value of a column; typed arrays hold numbers, days for dates. */
function placer(column: ProgramColumn, source: Column): (position: number) => number {
  const { axis } = column
  if (ArrayBuffer.isView(source) && (axis.kind === 'number' || axis.kind === 'date')) {
    const numbers = source as unknown as Float64Array
    const isOne = axis.kind === 'date' ? Number.isInteger : Number.isFinite
    return position => {
      const value = numbers[position] as number
      return isOne(value) ? axis.locateNumber(value) : NOWHERE
    }
  }
  if (axis.kind !== 'string') return position => atomOf(column, source[position])
  const seen = new Map<unknown, number>()
  return position => {
    const value = source[position]
    const known = seen.get(value)
    if (known !== undefined) return known
    const atom = atomOf(column, value)
    if (seen.size < 10_000) seen.set(value, atom)
    return atom
  }
}

function narrow(program: TableProgram, sources: readonly Column[], rules: Int32Array, unsure: Uint8Array | null): void {
  const { length } = rules
  const lost = unsure ?? new Uint8Array(length)
  rules.fill(-1)
  for (const [i, column] of program.columns.entries()) {
    const place = placer(column, sources[i] as Column)
    const { masks } = column
    for (let position = 0; position < length; position++) {
      const atom = place(position)
      if (atom === NOWHERE) lost[position] = 1
      else rules[position] = (rules[position] as number) & (masks[atom] as number)
    }
  }
  for (let position = 0; position < length; position++)
    rules[position] = lost[position] === 1 ? UNSURE : program.ofBits(rules[position] as number)
}

function wide(program: TableProgram, sources: readonly Column[], rules: Int32Array, unsure: Uint8Array | null): void {
  const places = program.columns.map((column, i) => placer(column, sources[i] as Column))
  const atoms = places.map(() => 0)
  for (let position = 0; position < rules.length; position++) {
    let known = unsure?.[position] !== 1
    for (let i = 0; i < places.length && known; i++) {
      const atom = (places[i] as (position: number) => number)(position)
      atoms[i] = atom
      known = atom !== NOWHERE
    }
    rules[position] = known ? program.ruleFor(atoms) : UNSURE
  }
}
