import { NameBook } from '../syntax/names.ts'
import { contextFunctions } from './contexts.ts'
import { dateFunctions } from './dates.ts'
import type { BuiltinFunction } from './define.ts'
import { generalFunctions } from './general.ts'
import { listFunctions } from './lists.ts'
import { numberFunctions } from './numbers.ts'
import { rangeFunctions } from './ranges.ts'
import { statisticsFunctions } from './statistics.ts'
import { stringFunctions } from './strings.ts'

const functions = new Map<string, BuiltinFunction>(
  [
    ...generalFunctions,
    ...stringFunctions,
    ...numberFunctions,
    ...listFunctions,
    ...statisticsFunctions,
    ...contextFunctions,
    ...dateFunctions,
    ...rangeFunctions,
  ].map(definition => [definition.name, definition]),
)

/** The built-in function of a name (DMN 1.5 §10.3.4); undefined when there is none. */
export function builtinFunction(name: string): BuiltinFunction | undefined {
  return functions.get(name)
}

/** The names of all built-in functions, sorted. */
export const builtinNames: readonly string[] = [...functions.keys()].sort()

/** The names of the built-in functions, for the parser. */
export const builtinBook = new NameBook(functions.keys())
