import { FeelFunction, type FeelValue, newContext } from '@tereze/feel'
import { decideAll, orderFor } from './decide.ts'
import type { ServiceElement } from './element.ts'
import type { Evaluation } from './evaluation.ts'

/** A decision service as a function of its input data and input decisions, in this order (DMN 1.5 §10.4). */
export function serviceFunction(service: ServiceElement, evaluation: Evaluation): FeelFunction {
  return new FeelFunction({
    name: service.name,
    parameters: service.inputs.map(input => ({ name: input.variable, type: { kind: 'any' } })),
    result: service.type.feel,
    invoke: args => {
      const values = service.inputs.map((input, i) => input.type.check(args[i] ?? null, evaluation.session, false))
      if (args.length !== values.length || values.includes(undefined))
        return evaluation.warnings.add('feel.arguments-invalid', service.name, service.source, {
          function: service.name,
        })
      return runService(service, values as FeelValue[], evaluation)
    },
  })
}

/** Makes the output decisions of a service from the values of its inputs, which are of their types. */
export function runService(service: ServiceElement, args: readonly FeelValue[], evaluation: Evaluation): FeelValue {
  const order = orderFor(service)
  if (order === null) return evaluation.warnings.add('dmn.requirement-cyclic', service.name, service.source)
  evaluation.session.enter()
  const inner = evaluation.inner()
  for (const [i, input] of service.inputs.entries()) inner.values.set(input, args[i] ?? null)
  decideAll(order, inner)
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
