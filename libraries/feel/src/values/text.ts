import { numberText } from './decimal.ts'
import type { FeelFunction } from './function.ts'
import { FeelRange } from './range.ts'
import { type FeelContext, type FeelValue, isContext, isList, isNumber } from './value.ts'

/** The text of a value as `string()` gives it (DMN 1.5 §10.3.4.1); text itself stays as it is. */
export function textOf(value: FeelValue): string {
  return typeof value === 'string' ? value : literalOf(value)
}

/** The text of a value inside a list or context: text is quoted, so the whole reads as FEEL. */
export function literalOf(value: FeelValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`
  if (typeof value === 'boolean') return String(value)
  if (isNumber(value)) return numberText(value)
  if (isList(value)) return `[${value.map(literalOf).join(', ')}]`
  if (value instanceof FeelRange) return rangeText(value)
  if (isContext(value))
    return `{${Object.keys(value)
      .map(key => `${keyText(key)}: ${literalOf((value as FeelContext)[key] ?? null)}`)
      .join(', ')}}`
  const scalar = value as Exclude<FeelValue, readonly FeelValue[] | FeelContext | string | null>
  if (typeof scalar === 'object' && 'invoke' in scalar) return functionText(scalar as FeelFunction)
  return String(scalar)
}

function keyText(key: string): string {
  return /^[\p{L}_?][\p{L}\p{N}_ ]*$/u.test(key) ? key : literalOf(key)
}

function functionText(value: FeelFunction): string {
  return `function(${(value.parameters ?? []).map(parameter => parameter.name).join(', ')})`
}

function rangeText(range: FeelRange): string {
  if (range.operator !== null) return `${range.operator} ${literalOf(range.start ?? null)}`
  if (range.start === undefined) return `${range.endIncluded ? '<=' : '<'} ${literalOf(range.end ?? null)}`
  if (range.end === undefined) return `${range.startIncluded ? '>=' : '>'} ${literalOf(range.start)}`
  return `${range.startIncluded ? '[' : '('}${literalOf(range.start)}..${literalOf(range.end)}${range.endIncluded ? ']' : ')'}`
}
