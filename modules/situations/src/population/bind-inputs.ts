import { type CompiledModel, readPathsOf } from '@tereze/dmn'
import type { RegisterFields } from '@tereze/registers/contract'

type Column = RegisterFields['columns'][number]

/** Where an input of a decision comes from for everybody of a register. */
export type InputSource =
  | { readonly from: 'column'; readonly column: string }
  /** Full years on the day for which is decided, from a column of dates of birth. */
  | { readonly from: 'years'; readonly column: string }
  /** The same for everybody, as JSON: a parameter of the jurisdiction. */
  | { readonly from: 'value'; readonly value: string | number | boolean | null }

/** An input that the typed projection of a register does not hold, and why. */
export interface NotHeld {
  /** The dotted name under which the decision reads it. */
  readonly input: string
  /**
   * `no-source`: nothing is said of where it comes from and no column has its name. `no-column`: the column named is not projected.
   * `whole`: a list or a context is read, and columns hold single values. `other-kind`: the column holds values of another kind.
   */
  readonly why: 'no-source' | 'no-column' | 'whole' | 'other-kind'
  /** The column meant; null where there is none. */
  readonly column: string | null
}

/** Where all inputs of a decision come from, by their dotted names, or which of them a register does not hold. */
export type BoundInputs =
  | { readonly isBound: true; readonly inputs: Readonly<Record<string, InputSource>> }
  | { readonly isBound: false; readonly notHeld: readonly NotHeld[] }

/** Kinds of FEEL that a column of a type can stand for. An instant stands for none: nobody is judged by the second. */
const stands: Readonly<Record<Column['type'], string | null>> = {
  text: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  instant: null,
}

/** The kind that a model declares at a path; `any` where it says nothing. */
function kindAt({ inputs }: CompiledModel, [name, ...rest]: readonly string[]): string {
  let type = inputs.find(input => input.name === name)?.type
  for (const part of rest) type = type?.entries?.get(part)
  return type?.feel.kind ?? 'any'
}

function problemOf(source: InputSource | null, kind: string, columns: readonly Column[]): NotHeld['why'] | null {
  if (kind === 'list' || kind === 'context') return 'whole'
  if (source === null) return 'no-source'
  if (source.from === 'value') return null
  const column = columns.find(({ name }) => name === source.column)
  if (column === undefined) return 'no-column'
  const held = source.from === 'years' ? (column.type === 'date' ? 'number' : null) : stands[column.type]
  // A date is told from a number by the type of the input alone, so it has to be declared.
  const isHeld = held !== null && (held === kind || (kind === 'any' && held !== 'date'))
  return isHeld ? null : 'other-kind'
}

/**
 * Finds where each input that a decision reads, by any of the rules given, comes from: what is said of it, else the column of its
 * name. Inputs that no rule reads are left out, so that nothing is read from the register in vain. Pure.
 * @param rules the rule in force and the one that is tried.
 * @throws Error where a rule has no such decision.
 */
export function bindInputs(
  rules: readonly CompiledModel[],
  decision: string,
  columns: readonly Column[],
  sources: Readonly<Record<string, InputSource>> = {},
): BoundInputs {
  const inputs = new Map<string, InputSource>()
  const notHeld = new Map<string, NotHeld>()
  for (const rule of rules) {
    if (rule.elements.get(decision)?.kind !== 'decision') throw new Error(`no decision ${decision}`)
    for (const path of readPathsOf(rule.model, decision)) {
      const input = path.join('.')
      const own = columns.some(({ name }) => name === input) ? ({ from: 'column', column: input } as const) : null
      const source = Object.hasOwn(sources, input) ? (sources[input] as InputSource) : own
      const why = problemOf(source, kindAt(rule, path), columns)
      if (source !== null && why === null) inputs.set(input, source)
      const column = source === null || source.from === 'value' ? null : source.column
      if (why !== null && !notHeld.has(input)) notHeld.set(input, { input, why, column })
    }
  }
  if (notHeld.size > 0) return { isBound: false, notHeld: [...notHeld.values()] }
  return { isBound: true, inputs: Object.fromEntries(inputs) }
}
