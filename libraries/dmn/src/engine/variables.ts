import { entryOf, type FeelContext, type FeelValue, isContext, newContext } from '@tereze/feel'
import type { Binding, Element } from './element.ts'
import type { Evaluation } from './evaluation.ts'

/** The variables that the requirements of an element bring into its scope. */
export function variablesOf(bindings: readonly Binding[], evaluation: Evaluation): Record<string, FeelValue> {
  const variables = newContext()
  for (const { element, path } of bindings) {
    const value = elementValue(element, evaluation)
    if (path.length === 1) variables[path[0] as string] = value
    else nest(variables, path, value)
  }
  return variables
}

function nest(variables: Record<string, FeelValue>, path: readonly string[], value: FeelValue): void {
  const [first, ...rest] = path
  if (first === undefined) return
  if (rest.length === 0) {
    variables[first] = value
    return
  }
  const existing: FeelValue | undefined = entryOf(variables as FeelContext, first)
  const inner = isContext(existing) ? (existing as Record<string, FeelValue>) : newContext()
  variables[first] = inner
  nest(inner, rest, value)
}

function elementValue(element: Element, evaluation: Evaluation): FeelValue {
  if (element.kind === 'knowledge') {
    const known = evaluation.values.get(element)
    if (known !== undefined) return known
    // Set before it is made, so that knowledge models that call each other end.
    evaluation.values.set(element, null)
    const made = element.make?.(evaluation) ?? null
    evaluation.values.set(element, made)
    return made
  }
  if (element.kind === 'service') return element.make?.(evaluation) ?? null
  return evaluation.values.get(element) ?? null
}
