import { Decimal, type FeelNumber, FeelScalar, type ScalarKind } from './decimal.ts'
import type { DaysTimeDuration, YearsMonthsDuration } from './durations.ts'
import type { FeelFunction } from './function.ts'
import type { FeelRange } from './range.ts'
import type { FeelDate, FeelDateTime, FeelTime } from './temporal.ts'

/** A context: names with values. A plain object; only its own properties count. */
export interface FeelContext {
  readonly [name: string]: FeelValue
}

/**
 * A FEEL value. JSON data is a FEEL value as it is: text, numbers, booleans, null, arrays and plain objects; everything
 * else is an instance of a class of this library.
 */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysTimeDuration
  | YearsMonthsDuration
  | FeelRange
  | FeelFunction
  | readonly FeelValue[]
  | FeelContext

/** The name of a value's kind, as the standard names the types. */
export type Kind = 'null' | 'boolean' | 'string' | 'list' | 'context' | ScalarKind

/** The kind of a value. */
export function kindOf(value: FeelValue | undefined): Kind {
  switch (typeof value) {
    case 'number':
      return 'number'
    case 'string':
      return 'string'
    case 'boolean':
      return 'boolean'
    case 'undefined':
      return 'null'
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return value instanceof FeelScalar ? (value as FeelScalar).kind : 'context'
}

/** True for a context. */
export function isContext(value: FeelValue | undefined): value is FeelContext {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof FeelScalar)
}

/** True for a list. */
export function isList(value: FeelValue | undefined): value is readonly FeelValue[] {
  return Array.isArray(value)
}

/** True for a number. */
export function isNumber(value: FeelValue | undefined): value is FeelNumber {
  return typeof value === 'number' || value instanceof Decimal
}

interface ContextConstructor {
  new (): Record<string, FeelValue>
}

// Objects without inherited members that V8 still keeps in fast mode; a key such as __proto__ is an ordinary one.
const Bare = function Bare() {} as unknown as ContextConstructor
Bare.prototype = Object.create(null)

/** An empty context to be filled; it inherits nothing, so every key is safe. */
export function newContext(): Record<string, FeelValue> {
  return new Bare()
}

/** The entry of a context; undefined when it has none of that name. */
export function entryOf(context: FeelContext, name: string): FeelValue | undefined {
  return Object.hasOwn(context, name) ? context[name] : undefined
}
