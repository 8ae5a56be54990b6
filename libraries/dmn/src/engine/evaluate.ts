import { bounded, entryOf, type FeelContext, type FeelValue, isContext, type Limits, Session } from '@tereze/feel'
import { type Trace, traceOf } from '../trace/trace.ts'
import type { CompiledModel } from './compile.ts'
import { decideAll, orderFor } from './decide.ts'
import type { DecisionElement, Element } from './element.ts'
import { Evaluation } from './evaluation.ts'
import { fastDecision } from './fast-decision.ts'
import { Recorder } from './recorder.ts'
import { runService } from './service.ts'
import type { DecisionWarning } from './warning.ts'

/** The clock, the bounds and the wishes of one evaluation. */
export interface EvaluateOptions {
  /** Also say how the value came about. */
  readonly trace?: boolean
  /** The moment of `now()` and `today()`, ISO 8601 with offset. */
  readonly now?: string
  /** IANA zone of `now()` and `today()`. */
  readonly zone?: string
  /**
   * Version of the zone rules of the host, in Node `process.versions.tz` (`2026a`); kept in the trace, because later rules may
   * give other local times. The library cannot ask for it: it also runs where there is no Node.
   */
  readonly zoneRules?: string
  readonly limits?: Partial<Limits>
  /**
   * True when dates, times and durations among the inputs must already be FEEL values. Otherwise ISO text is read as what
   * the input's type says, because JSON has no dates.
   */
  readonly strict?: boolean
}

/** What an evaluation gives: the value, why parts of it are null, and how it came about when asked. */
export interface Outcome {
  readonly value: FeelValue
  readonly warnings: readonly DecisionWarning[]
  /** Present when asked for. */
  readonly trace?: Trace
}

/**
 * Makes a decision, or runs a decision service or knowledge model, by name. The context has the input data by name (and the
 * input decisions of a service, the parameters of a knowledge model). Never throws for data: what cannot be decided is null
 * with a warning.
 */
export function evaluate(
  compiled: CompiledModel,
  name: string,
  context: FeelContext,
  options: EvaluateOptions = {},
): Outcome {
  const element = compiled.elements.get(name)
  if (element?.kind === 'decision' && options.trace !== true && options.strict !== true) {
    const value = decideFast(element, context)
    if (value !== undefined) return { value, warnings: [] }
  }
  const session = new Session(options)
  const recorder = options.trace === true ? new Recorder() : null
  const evaluation = new Evaluation(session, recorder, options.strict !== true)
  const value =
    element === undefined
      ? evaluation.warnings.add('dmn.decision-unknown', name, null, { name })
      : bounded(session, 0, () => valueFor(element, context, evaluation))
  evaluation.warnings.claim(name, null)
  const warnings = evaluation.placed
  if (recorder === null) return { value, warnings }
  return { value, warnings, trace: traceOf({ model: compiled.model, asked: name, value, warnings, options }, recorder) }
}

function decideFast(element: DecisionElement, context: FeelContext): FeelValue | undefined {
  if (element.fast === undefined) element.fast = fastDecision(element)
  if (element.fast === null) return undefined
  try {
    return element.fast.decide(context)
  } catch (fault) {
    // Data nested too deep for the quick look: the full evaluation is bounded and says so.
    if (fault instanceof RangeError) return undefined
    throw fault
  }
}

function valueFor(element: Element, context: FeelContext, evaluation: Evaluation): FeelValue {
  switch (element.kind) {
    case 'input':
      return readInput(element, context, evaluation)
    case 'service':
      return runService(
        element,
        element.inputs.map(input => readInput(input, context, evaluation)),
        evaluation,
      )
    case 'knowledge': {
      const made = element.make?.(evaluation)
      if (made === undefined) return null
      const args = (made.parameters ?? []).map(({ name }) => {
        const given = entryOf(context, name)
        evaluation.recorder?.input({ path: [name], given, value: given ?? null })
        return given ?? null
      })
      evaluation.recorder?.begin()
      const value = made.invoke(args, evaluation.session.site({ start: 0, end: 0 }))
      const requires = element.bindings.map(binding => binding.path.join('.'))
      evaluation.recorder?.end('knowledge', element.name, element.source.id, requires, value)
      return value
    }
    case 'decision': {
      const order = orderFor(element)
      if (order === null) return evaluation.warnings.add('dmn.requirement-cyclic', element.name, element.source)
      for (const needed of order)
        if (needed.kind === 'input') evaluation.values.set(needed, readInput(needed, context, evaluation))
      decideAll(order, evaluation)
      return evaluation.values.get(element) ?? null
    }
  }
}

function readInput(input: Element, context: FeelContext, evaluation: Evaluation): FeelValue {
  const { path, given } = locate(input, context)
  const value = given === undefined ? null : input.type.check(given, evaluation.session, evaluation.lenient)
  const name = path.join('.')
  const settled =
    value === undefined ? evaluation.warnings.add('dmn.input-not-allowed', name, input.source, { input: name }) : value
  evaluation.recorder?.input({ path, given, value: settled })
  return settled
}

/** The first place of an input at which the data have something; its own place with nothing when none has. */
function locate(input: Element, context: FeelContext): { path: readonly string[]; given: FeelValue | undefined } {
  for (const path of input.paths) {
    let given: FeelValue | undefined = context
    for (const name of path) given = isContext(given) ? entryOf(given, name) : undefined
    if (given !== undefined) return { path, given }
  }
  return { path: input.paths[0] ?? [input.name], given: undefined }
}
