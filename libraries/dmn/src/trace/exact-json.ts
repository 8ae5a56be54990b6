import {
  compileExpression,
  Decimal,
  evaluateExpression,
  FeelFunction,
  FeelRange,
  type FeelValue,
  isContext,
  isList,
  type Json,
  newContext,
  numberText,
  parseNumeral,
  readAt,
} from '@tereze/feel'
import { feelText } from '../analysis/domain.ts'

/** The only key of a value that JSON has not: a number beyond JavaScript's, a date, a range, or a context of this very key. */
const TAG = '$feel'

/** How deep lists and contexts of a trace may be nested. */
const MAX_DEPTH = 500

/** True when a value is nested deeper than a trace can hold. */
export function isTooDeep(value: FeelValue, left = MAX_DEPTH): boolean {
  if (isList(value)) return left === 0 || value.some(item => isTooDeep(item, left - 1))
  if (!isContext(value)) return false
  return left === 0 || Object.values(value).some(entry => isTooDeep(entry ?? null, left - 1))
}

/** A value as JSON from which `fromExact` makes the same value again: what JSON has not is tagged. Functions become null. */
export function toExact(value: FeelValue): Json {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return typeof value === 'number' && !Number.isFinite(value) ? null : value
  if (isList(value)) return value.map(toExact)
  if (value instanceof FeelFunction) return null
  if (value instanceof Decimal) return { [TAG]: numberText(value) }
  if (value instanceof FeelRange) return { [TAG]: rangeText(value) }
  if (!isContext(value)) return { [TAG]: `@"${String(value)}"` }
  const entries = Object.keys(value).map(key => [key, toExact(value[key] ?? null)] as const)
  const plain = Object.fromEntries(entries)
  return entries.length === 1 && entries[0]?.[0] === TAG ? { [TAG]: plain } : plain
}

function rangeText({ start, end, startIncluded, endIncluded, operator }: FeelRange): string {
  if (operator !== null) return `(${operator} ${feelText(start ?? null)})`
  if (start === undefined) return `(${endIncluded ? '<=' : '<'} ${feelText(end ?? null)})`
  if (end === undefined) return `(${startIncluded ? '>=' : '>'} ${feelText(start)})`
  return `${startIncluded ? '[' : '('}${feelText(start)}..${feelText(end)}${endIncluded ? ']' : ')'}`
}

/** The value that `toExact` wrote down; null for a tag that cannot be read. */
export function fromExact(json: Json): FeelValue {
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map(item => fromExact(item as Json))
  const keys = Object.keys(json)
  const tagged = keys.length === 1 && keys[0] === TAG ? (json as { readonly [TAG]: Json })[TAG] : undefined
  if (typeof tagged === 'string') return read(tagged)
  const source = (tagged ?? json) as { readonly [key: string]: Json | undefined }
  const context = newContext()
  for (const key of Object.keys(source)) context[key] = fromExact(source[key] ?? null)
  return context
}

function read(text: string): FeelValue {
  if (text.startsWith('@')) return readAt(text.slice(2, -1))
  const number = parseNumeral(text)
  if (number !== null) return number
  const compiled = compileExpression(text)
  return compiled.ok ? evaluateExpression(compiled.expression, newContext()).value : null
}
