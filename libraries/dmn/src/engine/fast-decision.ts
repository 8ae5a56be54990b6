import type { FeelContext, FeelValue } from '@tereze/feel'
import { NOWHERE } from '../tables/axis.ts'
import { atomOf } from '../tables/json-atom.ts'
import { programOf, type TableProgram, UNSURE } from '../tables/program.ts'
import type { DecisionElement, InputElement } from './element.ts'
import { ANY_TYPE, type DecisionType } from './types.ts'

/** A decision that is one table over input data, with everything in it constant: decided without an evaluation. */
export interface FastDecision {
  readonly program: TableProgram
  /** The inputs with their checks. */
  readonly inputs: readonly FastInput[]
  /** The value for JSON data; undefined when the full evaluation must be asked. */
  readonly decide: (context: FeelContext) => FeelValue | undefined
}

/** An input of a fast decision with its check. */
export interface FastInput {
  readonly name: string
  readonly type: DecisionType
  /** True when a value surely conforms to the input's type as it is. */
  readonly accepts: (value: unknown) => boolean
}

/** The fast form of a decision; null when it has none. */
export function fastDecision(element: DecisionElement): FastDecision | null {
  if (element.table === null) return null
  const inputs: FastInput[] = []
  for (const { element: required, path } of element.bindings) {
    if (required.kind !== 'input' || path.length !== 1 || required.name !== required.variable) return null
    const input = fastInput(required)
    if (input === null) return null
    inputs.push(input)
  }
  const program = programOf(element.table, element.type, path => typeAt(inputs, path))
  if (program === null) return null
  return { program, inputs, decide: decider(program, inputs) }
}

function fastInput(element: InputElement): FastInput | null {
  const { name, type } = element
  // A name that every object has cannot be told from a missing one without asking.
  if (type.quick === null || name in Object.prototype) return null
  return { name, type, accepts: type.quick }
}

function typeAt(inputs: readonly FastInput[], path: readonly string[]): DecisionType | null {
  const input = inputs.find(other => other.name === path[0])
  let type = input?.type ?? null
  for (const name of path.slice(1)) type = name in Object.prototype ? null : (type?.entries?.get(name) ?? null)
  return type === ANY_TYPE ? null : type
}

function decider(program: TableProgram, inputs: readonly FastInput[]): (context: FeelContext) => FeelValue | undefined {
  const { columns } = program
  const atoms = columns.map(() => 0)
  // What a column's own look-up checks needs no second check.
  const checked = inputs.filter(
    input => !input.type.plain || !columns.some(column => column.path.length === 1 && column.path[0] === input.name),
  )
  const names = checked.map(input => input.name)
  const checks = checked.map(input => input.accepts)
  const roots = columns.map(column => column.path[0] as string)
  const rests = columns.map(column => column.path.slice(1))
  return context => {
    for (let i = 0; i < names.length; i++)
      if (!(checks[i] as FastInput['accepts'])(context[names[i] as string])) return undefined
    for (let i = 0; i < columns.length; i++) {
      let value: unknown = context[roots[i] as string]
      const rest = rests[i] as string[]
      for (let j = 0; j < rest.length; j++) {
        if (typeof value !== 'object' || value === null) return undefined
        value = (value as Record<string, unknown>)[rest[j] as string]
      }
      const atom = atomOf(columns[i] as (typeof columns)[number], value)
      if (atom === NOWHERE) return undefined
      atoms[i] = atom
    }
    const rule = program.ruleFor(atoms)
    return rule === UNSURE ? undefined : program.result(rule)
  }
}
