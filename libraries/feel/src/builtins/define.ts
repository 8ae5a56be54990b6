import type { WarningCode } from '../semantics/warning.ts'
import { type CallSite, FeelFunction } from '../values/function.ts'
import { costOf } from '../values/meter.ts'
import { ANY } from '../values/types.ts'
import type { FeelValue } from '../values/value.ts'
import { coerceArgument, type ParameterKind } from './parameter.ts'

/** One way to call a built-in function: its parameters in order, `name?` for an optional one, `...name` for the rest. */
export interface Overload {
  readonly parameters: readonly { readonly name: string; readonly kind: ParameterKind; readonly optional: boolean }[]
  /** The last parameter takes all remaining arguments as one list. */
  readonly rest: boolean
  /** Optional parameters that were not given are undefined. The result undefined means: the arguments make no sense. */
  readonly run: (args: readonly (FeelValue | undefined)[], site: CallSite) => FeelValue | undefined
  /** It does not look through its arguments, however long they are. */
  readonly light: boolean
}

/** Declares an overload: `{ string: 'string', 'start position': 'number', 'length?': 'number' }`. */
export function overload<const P extends Readonly<Record<string, ParameterKind>>>(
  parameters: P,
  run: Overload['run'],
  light = false,
): Overload {
  const names = Object.keys(parameters)
  return {
    parameters: names.map(name => ({
      name: name.replace(/^\.\.\./, '').replace(/\?$/, ''),
      kind: parameters[name] as ParameterKind,
      optional: name.endsWith('?'),
    })),
    rest: names.at(-1)?.startsWith('...') ?? false,
    run,
    light,
  }
}

/** A function of the standard: the ways to call it are known. */
export class BuiltinFunction extends FeelFunction {
  readonly overloads: readonly Overload[]

  constructor(definition: ConstructorParameters<typeof FeelFunction>[0], overloads: readonly Overload[]) {
    super(definition)
    this.overloads = overloads
  }
}

/** Steps for any call. */
const CALL = 4

/** A function that gave up for a reason of its own has said so. */
function attempt(run: () => FeelValue | undefined, site: CallSite): FeelValue | undefined {
  try {
    return run()
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    site.warn(fault.code, fault.params)
    return null
  }
}

/** Ends a built-in function with a better reason than that its arguments make no sense. */
export class Refusal extends Error {
  readonly code: WarningCode
  readonly params: Readonly<Record<string, unknown>>

  constructor(code: WarningCode, params: Readonly<Record<string, unknown>>) {
    super(code)
    this.code = code
    this.params = params
  }
}

/** Makes a built-in function of its overloads; the first that fits the arguments is called. */
export function builtin(name: string, ...overloads: readonly Overload[]): BuiltinFunction {
  const refuse = (site: CallSite): null => {
    site.warn('feel.arguments-invalid', { function: name })
    return null
  }
  // Undefined from an overload is a refusal, null is a result.
  const call = (candidate: Overload, values: readonly (FeelValue | undefined)[], site: CallSite): FeelValue => {
    let cost = CALL
    if (!candidate.light) for (const value of values) cost += costOf(value)
    site.spend(cost)
    const result = attempt(() => candidate.run(values, site), site)
    if (result === undefined) return refuse(site)
    const made = costOf(result)
    if (made > 0) site.spend(made)
    return result
  }
  const definition = {
    name,
    parameters: null,
    result: ANY,
    invoke: (args: FeelValue[], site: CallSite) => {
      for (const candidate of overloads) {
        const values = inOrder(candidate, args)
        if (values !== null) return call(candidate, values, site)
      }
      return refuse(site)
    },
    invokeNamed: (args: ReadonlyMap<string, FeelValue>, site: CallSite) => {
      for (const candidate of overloads) {
        const values = byName(candidate, args)
        if (values !== null) return call(candidate, values, site)
      }
      return refuse(site)
    },
  }
  return new BuiltinFunction(definition, overloads)
}

function inOrder(candidate: Overload, args: readonly FeelValue[]): (FeelValue | undefined)[] | null {
  const { parameters, rest } = candidate
  const last = parameters.length - 1
  if (!rest && args.length > parameters.length) return null
  const values: (FeelValue | undefined)[] = []
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i] as Overload['parameters'][number]
    if (rest && i === last) {
      const items: FeelValue[] = []
      for (const arg of args.slice(i)) {
        const value = coerceArgument(arg, parameter.kind)
        if (value === undefined) return null
        items.push(value)
      }
      if (items.length === 0) return null
      values.push(items)
      continue
    }
    const arg = args[i]
    if (arg === undefined) {
      if (!parameter.optional) return null
      values.push(undefined)
      continue
    }
    const value = coerceArgument(arg, parameter.kind)
    if (value === undefined) return null
    values.push(value)
  }
  return values
}

function byName(candidate: Overload, args: ReadonlyMap<string, FeelValue>): (FeelValue | undefined)[] | null {
  const { parameters, rest } = candidate
  let used = 0
  const values: (FeelValue | undefined)[] = []
  for (const [i, parameter] of parameters.entries()) {
    const arg = args.get(parameter.name)
    if (arg === undefined) {
      if (!parameter.optional) return null
      values.push(undefined)
      continue
    }
    used += 1
    const value = coerceArgument(arg, parameter.kind)
    if (value === undefined) return null
    // A name stands once in a call, so by name the rest is one argument.
    values.push(rest && i === parameters.length - 1 ? [value] : value)
  }
  return used === args.size ? values : null
}
