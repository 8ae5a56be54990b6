import { type FeelContext, type FeelValue, newContext } from '@tereze/feel'
import { NOWHERE } from '../tables/axis.ts'
import { atomOf } from '../tables/json-atom.ts'
import { type ProgramColumn, type TableProgram, UNSURE } from '../tables/program.ts'
import type { CompiledModel } from './compile.ts'
import { type EvaluateOptions, evaluate } from './evaluate.ts'
import { type FastDecision, fastDecision } from './fast-decision.ts'
import { dateOfDays } from './iso-date.ts'

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
  const dates = new Set(
    fast?.program.columns.filter(column => column.axis.kind === 'date').map(column => column.path.join('.')) ?? [],
  )
  const full = (position: number): FeelValue =>
    evaluate(compiled, name, contextAt(columns, position, dates), options).value
  if (fast === null || Object.values(columns).some(column => column.length !== length))
    return { length, at: full, rules: new Int32Array(length).fill(UNSURE) }
  const rules = decideColumns(fast, columns, length)
  return {
    length,
    rules,
    at: position => {
      const rule = rules[position]
      return rule === undefined || rule === UNSURE ? full(position) : fast.program.result(rule)
    },
  }
}

/** Values of a row as a context, components under their inputs; numbers in the columns of dates are days. */
function contextAt(
  columns: Readonly<Record<string, Column>>,
  position: number,
  dates: ReadonlySet<string>,
): FeelContext {
  const context = newContext()
  for (const [name, column] of Object.entries(columns)) {
    const path = name.split('.')
    let target = context
    for (const part of path.slice(0, -1)) {
      target[part] ??= newContext()
      target = target[part] as Record<string, FeelValue>
    }
    const value = (column[position] ?? null) as FeelValue
    const isDay = typeof value === 'number' && ArrayBuffer.isView(column) && dates.has(name)
    target[path.at(-1) as string] = isDay ? dateOfDays(value) : value
  }
  return context
}

function decideColumns(fast: FastDecision, columns: Readonly<Record<string, Column>>, length: number): Int32Array {
  const { program } = fast
  const rules = new Int32Array(length)
  const sources = program.columns.map(column => columns[column.path.join('.')])
  if (sources.includes(undefined)) return rules.fill(UNSURE)
  const unsure = constraintsBroken(fast, columns, length)
  if (program.narrow) narrow(program, sources as Column[], rules, unsure)
  else wide(program, sources as Column[], rules, unsure)
  return rules
}

/** Rows in which a value does not surely conform to the type of its input; null when every row does. */
function constraintsBroken(
  fast: FastDecision,
  columns: Readonly<Record<string, Column>>,
  length: number,
): Uint8Array | null {
  let broken: Uint8Array | null = null
  for (const input of fast.inputs) {
    const checks: { column: Column | undefined; accepts: (value: unknown) => boolean }[] =
      input.type.entries === null
        ? [{ column: columns[input.name], accepts: input.accepts }]
        : [...input.type.entries].map(([name, type]) => ({
            column: columns[`${input.name}.${name}`],
            accepts: type.quick ?? (() => false),
          }))
    const read = fast.program.columns.map(column => column.path.join('.'))
    for (const { column, accepts } of checks) {
      if (column === undefined) continue
      const path = Object.entries(columns).find(([, other]) => other === column)?.[0] ?? ''
      if (read.includes(path) && (isPlain(input.type, path) || ArrayBuffer.isView(column))) continue
      const seen = new Map<unknown, boolean>()
      for (let i = 0; i < length; i++) {
        const value = column[i]
        let accepted = seen.get(value)
        if (accepted === undefined) {
          accepted = accepts(value)
          if (seen.size < 1000) seen.set(value, accepted)
        }
        if (accepted) continue
        broken ??= new Uint8Array(length)
        broken[i] = 1
      }
    }
  }
  return broken
}

function isPlain(type: FastDecision['inputs'][number]['type'], path: string): boolean {
  const name = path.split('.')[1]
  return name === undefined ? type.plain : (type.entries?.get(name)?.plain ?? false)
}

/** The atom of a value of a column; typed arrays hold numbers, days for dates. */
function placer(column: ProgramColumn, source: Column): (position: number) => number {
  const { axis } = column
  if (ArrayBuffer.isView(source) && (axis.kind === 'number' || axis.kind === 'date')) {
    const numbers = source as unknown as Float64Array
    return position => axis.locateNumber(numbers[position] as number)
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
