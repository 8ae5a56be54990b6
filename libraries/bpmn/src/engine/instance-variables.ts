import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Repetition } from '../model/process.ts'
import { evaluateAt, type Run, tokenAt } from './run.ts'

/** What expressions over a result see: the result, and its fields by name. */
export function resultContext(result: Json): JsonObject {
  return isJsonObject(result) ? { ...result, result } : { result }
}

/** The collection of a repetition as it is now; undefined when it is none. */
export function collectionNow(run: Run, number: number, repetition: Repetition): readonly Json[] | undefined {
  if (repetition.kind !== 'multiple' || repetition.collection === undefined) return undefined
  const collection = evaluateAt(run, tokenAt(run, number).in, repetition.collection)
  return Array.isArray(collection) ? collection : undefined
}

/**
 * The variables of one instance, counted from 1. An instance takes its element when it begins: the state keeps no copy of
 * the collection.
 */
export function instanceVariables(
  run: Run,
  number: number,
  repetition: Repetition,
  counter: number,
  elements?: readonly Json[],
): JsonObject {
  const element = repetition.kind === 'multiple' ? repetition.element : undefined
  if (element === undefined) return { loopCounter: counter }
  const from = elements ?? tokenAt(run, number).progress?.elements ?? collectionNow(run, number, repetition)
  return { loopCounter: counter, [element]: from?.[counter - 1] ?? null }
}
