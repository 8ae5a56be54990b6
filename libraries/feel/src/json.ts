import { Decimal, type FeelNumber, narrow, numberText, widen } from './values/decimal.ts'
import { FeelFunction } from './values/function.ts'
import { FeelRange } from './values/range.ts'
import { literalOf } from './values/text.ts'
import { type FeelValue, isContext, isList, newContext } from './values/value.ts'

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * JSON data as a FEEL value. Numbers are the decimals of their shortest text; text stays text (a date in JSON becomes a
 * FEEL date where a type asks for one, or by `date()`); entries that are undefined are left out; what JSON cannot hold
 * (functions, NaN, infinities) becomes null.
 */
export function fromJson(value: unknown): FeelValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? exact(value) : null
    case 'bigint':
      return narrow(value, 0)
    case 'object':
      break
    default:
      return null
  }
  if (value === null) return null
  if (Array.isArray(value)) return value.map(fromJson)
  if (value instanceof Decimal) return value
  const context = newContext()
  for (const [key, entry] of Object.entries(value)) if (entry !== undefined) context[key] = fromJson(entry)
  return context
}

function exact(value: number): FeelNumber {
  if (Number.isSafeInteger(value)) return value + 0
  const { coefficient, exponent } = widen(value)
  return narrow(coefficient, exponent) ?? 0
}

/**
 * A FEEL value as JSON data. A number that a JavaScript number holds exactly becomes one, any other its decimal text;
 * dates, times and durations become their ISO text; ranges their FEEL text; functions null.
 */
export function toJson(value: FeelValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return value + 0
  if (value instanceof Decimal) return numberText(value)
  if (isList(value)) return value.map(toJson)
  if (value instanceof FeelFunction) return null
  if (value instanceof FeelRange) return literalOf(value)
  if (isContext(value)) {
    const result: Record<string, Json> = {}
    for (const key of Object.keys(value)) {
      const entry = toJson(value[key] ?? null)
      if (key === '__proto__')
        Object.defineProperty(result, key, { value: entry, enumerable: true, configurable: true, writable: true })
      else result[key] = entry
    }
    return result
  }
  return String(value)
}
