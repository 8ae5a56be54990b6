import { FeelFunction, type FeelValue, newContext } from '@tereze/feel'
import { decideAll } from './decide.ts'
import type { ServiceElement } from './element.ts'
import type { Evaluation } from './evaluation.ts'

/** A decision service as a function of its input data and input decisions, in this order (DMN 1.5 §10.4). */
export function serviceFunction(service: ServiceElement, evaluation: Evaluation): FeelFunction {
  return new FeelFunction({
    name: service.name,
    parameters: service.inputs.map(input => ({ name: input.variable, type: { kind: 'any' } })),
    result: service.type.feel,
    invoke: args => runService(service, args, evaluation),
  })
}

/** Makes the output decisions of a service from the values of its inputs. */
export function runService(service: ServiceElement, args: readonly FeelValue[], evaluation: Evaluation): FeelValue {
  if (service.order === null) return evaluation.warnings.add('dmn.requirement-cyclic', service.name, service.source)
  evaluation.session.enter()
  const inner = evaluation.inner()
  for (let i = 0; i < service.inputs.length; i++) {
    const input = service.inputs[i]
    if (input === undefined) continue
    const value = input.type.check(args[i] ?? null, evaluation.session, evaluation.lenient)
    inner.values.set(
      input,
      value === undefined
        ? evaluation.warnings.add('dmn.type-mismatch', service.name, service.source, { input: input.name })
        : value,
    )
  }
  decideAll(service.order, inner)
  evaluation.session.leave()
  const [only] = service.outputs
  const given =
    service.outputs.length === 1 && only !== undefined ? (inner.values.get(only) ?? null) : all(service, inner)
  const value = service.type.check(given, evaluation.session, false)
  return value === undefined ? evaluation.warnings.add('dmn.type-mismatch', service.name, service.source) : value
}

function all(service: ServiceElement, inner: Evaluation): FeelValue {
  const context = newContext()
  for (const output of service.outputs) context[output.variable] = inner.values.get(output) ?? null
  return context
}
