import { FeelScalar } from './decimal.ts'
import type { Meter } from './meter.ts'
import type { FeelType } from './types.ts'
import type { FeelValue } from './value.ts'

/** What a function needs from the evaluation that calls it: the door to warnings, the clock and the limits. */
export interface CallSite extends Meter {
  /** Reports why a value became null, at the place of the call; a host has codes of its own. */
  warn(code: string, params?: Readonly<Record<string, unknown>>): void
  /** Counts the making of a pattern, once in an evaluation. */
  spendOnPattern(key: string, steps: number): void
  /** The moment that `now()` and `today()` see, as ISO 8601 text; undefined when the host gave none. */
  readonly now: string | undefined
  /** IANA zone in which `now()` and `today()` are local; undefined means UTC. */
  readonly zone: string | undefined
}

/** One parameter of a function value. */
export interface Parameter {
  readonly name: string
  readonly type: FeelType
}

/** A function as a value: built in, written in FEEL, or given by the host (a business knowledge model, a decision service). */
export class FeelFunction extends FeelScalar {
  readonly kind = 'function'
  readonly name: string
  /** Null for a built-in function, whose parameters depend on the overload. */
  readonly parameters: readonly Parameter[] | null
  readonly result: FeelType
  /** Calls with arguments in order; the host's arguments are already of the declared types. */
  readonly invoke: (args: FeelValue[], site: CallSite) => FeelValue
  /** Calls with arguments by name, where the order is not enough (built-in functions). */
  readonly invokeNamed: ((args: ReadonlyMap<string, FeelValue>, site: CallSite) => FeelValue) | null

  constructor(definition: {
    name: string
    parameters: readonly Parameter[] | null
    result: FeelType
    invoke: (args: FeelValue[], site: CallSite) => FeelValue
    invokeNamed?: (args: ReadonlyMap<string, FeelValue>, site: CallSite) => FeelValue
  }) {
    super()
    this.name = definition.name
    this.parameters = definition.parameters
    this.result = definition.result
    this.invoke = definition.invoke
    this.invokeNamed = definition.invokeNamed ?? null
  }
}
