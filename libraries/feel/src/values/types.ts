import { FeelFunction } from './function.ts'
import type { Meter } from './meter.ts'
import { FeelRange } from './range.ts'
import { entryOf, type FeelValue, isContext, isList, kindOf } from './value.ts'

/** A type of FEEL (DMN 1.5 §10.3.2.1), as declared in `instance of`, parameters and item definitions. */
export type FeelType =
  | { readonly kind: 'any' | 'null' | 'number' | 'string' | 'boolean' | 'date' | 'time' | 'date and time' }
  | { readonly kind: 'days and time duration' | 'years and months duration' }
  | { readonly kind: 'list' | 'range'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly entries: Readonly<Record<string, FeelType>> }
  | { readonly kind: 'function'; readonly parameters: readonly FeelType[] | null; readonly result: FeelType }

/** The type of everything. */
export const ANY: FeelType = { kind: 'any' }

const SIMPLE: Readonly<Record<string, FeelType>> = {
  Any: ANY,
  Null: { kind: 'null' },
  number: { kind: 'number' },
  string: { kind: 'string' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  'date and time': { kind: 'date and time' },
  dateTime: { kind: 'date and time' },
  'days and time duration': { kind: 'days and time duration' },
  dayTimeDuration: { kind: 'days and time duration' },
  'years and months duration': { kind: 'years and months duration' },
  yearMonthDuration: { kind: 'years and months duration' },
  list: { kind: 'list', of: ANY },
  context: { kind: 'context', entries: {} },
  function: { kind: 'function', parameters: null, result: ANY },
  range: { kind: 'range', of: ANY },
}

/** The built-in type of a name; undefined when it is not one. */
export function simpleType(name: string): FeelType | undefined {
  return Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined
}

/** True when the value is of the type (`instance of`, DMN 1.5 §10.3.2.9.3); null only of `Null`. */
export function isInstance(value: FeelValue, type: FeelType, meter?: Meter): boolean {
  if (type.kind === 'any') return value !== null
  const kind = kindOf(value)
  if (kind !== type.kind) return false
  switch (type.kind) {
    case 'list':
      if (!isList(value) || type.of.kind === 'any') return isList(value)
      meter?.spend(value.length)
      return value.every(item => conforms(item, type.of, meter))
    case 'range':
      return value instanceof FeelRange && rangeConforms(value, type.of)
    case 'context':
      return (
        isContext(value) &&
        Object.entries(type.entries).every(([name, entry]) => entryConforms(entryOf(value, name), entry, meter))
      )
    case 'function':
      return value instanceof FeelFunction && functionConforms(value, type)
    default:
      return true
  }
}

/** True when the value may stand where the type is expected: an instance of it, or null. */
export function conforms(value: FeelValue, type: FeelType, meter?: Meter): boolean {
  return value === null || isInstance(value, type, meter)
}

function entryConforms(value: FeelValue | undefined, type: FeelType, meter?: Meter): boolean {
  return value !== undefined && conforms(value, type, meter)
}

function rangeConforms(value: FeelRange, of: FeelType): boolean {
  if (of.kind === 'any') return true
  const ends = [value.start, value.end].filter(end => end !== undefined && end !== null)
  return ends.length > 0 && ends.every(end => isInstance(end as FeelValue, of))
}

/** What a function does not say about itself is taken on trust: a built-in's parameters, an undeclared result. */
function functionConforms(value: FeelFunction, type: Extract<FeelType, { kind: 'function' }>): boolean {
  if (type.parameters === null || value.parameters === null) return true
  if (value.parameters.length !== type.parameters.length) return false
  const own = value.parameters
  return (
    type.parameters.every((parameter, i) => typeConforms(parameter, own[i]?.type ?? ANY)) &&
    (value.result.kind === 'any' || typeConforms(value.result, type.result))
  )
}

/** True when every value of type `a` is of type `b` (DMN 1.5 §10.3.2.9.2). */
export function typeConforms(a: FeelType, b: FeelType): boolean {
  if (b.kind === 'any' || a.kind === 'null') return true
  if (a.kind !== b.kind) return false
  if ((a.kind === 'list' && b.kind === 'list') || (a.kind === 'range' && b.kind === 'range'))
    return typeConforms(a.of, b.of)
  if (a.kind === 'context' && b.kind === 'context')
    return Object.entries(b.entries).every(([name, entry]) => {
      const own = a.entries[name]
      return own !== undefined && typeConforms(own, entry)
    })
  if (a.kind === 'function' && b.kind === 'function') {
    if (b.parameters === null) return true
    if (a.parameters === null || a.parameters.length !== b.parameters.length) return false
    return (
      b.parameters.every((parameter, i) => typeConforms(parameter, a.parameters?.[i] ?? ANY)) &&
      typeConforms(a.result, b.result)
    )
  }
  return true
}
