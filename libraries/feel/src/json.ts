import { Decimal, type FeelNumber, FeelScalar, narrow, numberText, parseNumeral, widen } from './values/decimal.ts'
import { FeelFunction } from './values/function.ts'
import { copyNested } from './values/nested.ts'
import { FeelRange } from './values/range.ts'
import { checkSize } from './values/size.ts'
import { literalOf } from './values/text.ts'
import { type FeelValue, newContext } from './values/value.ts'

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * JSON data as a FEEL value, nested however deep. Numbers are the decimals of their shortest text; text stays text (a date
 * in JSON becomes a FEEL date where a type asks for one, or by `date()`); entries that are undefined are left out; what JSON
 * cannot hold (functions, NaN, infinities) becomes null. Values of this library stay what they are.
 */
export function fromJson(value: unknown): FeelValue {
  return copyNested<FeelValue>(value, { leaf: leafOfJson, context: contextOfJson }) as FeelValue
}

function leafOfJson(value: unknown): FeelValue | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? exact(value) : null
    case 'bigint':
      return narrow(value, 0)
    case 'object':
      if (value === null) return null
      return value instanceof FeelScalar ? (value as FeelValue) : undefined
    default:
      return null
  }
}

function contextOfJson(value: object): {
  holder: FeelValue
  into: Record<string, FeelValue>
  entries: Record<string, unknown>
} {
  const into = newContext()
  return { holder: into, into, entries: value as Record<string, unknown> }
}

function exact(value: number): FeelNumber {
  if (Number.isSafeInteger(value)) return value + 0
  const { coefficient, exponent } = widen(value)
  return narrow(coefficient, exponent) ?? 0
}

/**
 * A FEEL value as JSON data, nested however deep. A number that a JavaScript number holds exactly becomes one, any other its
 * decimal text; dates, times and durations become their ISO text; ranges their FEEL text; functions null.
 * @throws LimitFault `feel.value-too-large` for more than ten million values, which `evaluate` never gives
 */
export function toJson(value: FeelValue): Json {
  return written(value, numberText)
}

/** The entry by which exact JSON marks a number that a JavaScript number cannot hold. */
const NUMBER = 'feel:number'
/** The entry by which exact JSON marks a context that would read as a mark. */
const CONTEXT = 'feel:context'

/**
 * A FEEL value as JSON data from which `fromExactJson` makes an equal number again: one that a JavaScript number does not
 * hold is written `{ "feel:number": "12345678901234567890" }`, and a context that looks like this one is put into
 * `{ "feel:context": … }`. All else is as `toJson` writes it.
 * @throws LimitFault `feel.value-too-large` for more than ten million values, which `evaluate` never gives
 */
export function exactJson(value: FeelValue): Json {
  return written(value, number => ({ [NUMBER]: numberText(number) }), true)
}

/** Reads what `exactJson` wrote. */
export function fromExactJson(value: Json): FeelValue {
  return copyNested<FeelValue>(value, {
    leaf: each => {
      const number = markedBy(NUMBER, each)
      return typeof number === 'string' ? (parseNumeral(number) ?? undefined) : leafOfJson(each)
    },
    context: each => {
      const inner = markedBy(CONTEXT, each)
      return contextOfJson(typeof inner === 'object' && inner !== null ? inner : each)
    },
  }) as FeelValue
}

/** What stands in an object that has the mark as its only entry; undefined for anything else. */
function markedBy(mark: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, mark)) return undefined
  return Object.keys(value).length === 1 ? (value as Record<string, unknown>)[mark] : undefined
}

function written(value: FeelValue, number: (value: Decimal) => Json, marks = false): Json {
  checkSize(value, Number.POSITIVE_INFINITY)
  return copyNested<Json>(value, {
    leaf: each => leafOfValue(each as FeelValue, number),
    context: each => {
      const into: Record<string, Json> = {}
      const marked = marks && (Object.hasOwn(each, NUMBER) || Object.hasOwn(each, CONTEXT))
      return { holder: marked ? { [CONTEXT]: into } : into, into, entries: each as Record<string, unknown> }
    },
  }) as Json
}

function leafOfValue(value: FeelValue, number: (value: Decimal) => Json): Json | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return value + 0
  if (!(value instanceof FeelScalar)) return undefined
  if (value instanceof Decimal) return number(value)
  if (value instanceof FeelFunction) return null
  return value instanceof FeelRange ? literalOf(value) : String(value)
}
