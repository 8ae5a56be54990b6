import { DaysTimeDuration, YearsMonthsDuration } from '../values/durations.ts'
import { FeelFunction } from '../values/function.ts'
import { FeelRange } from '../values/range.ts'
import { FeelDate, FeelDateTime, FeelTime, startOfDay } from '../values/temporal.ts'
import { type FeelValue, isContext, isList, isNumber } from '../values/value.ts'

/** What a parameter of a built-in function takes; a trailing `?` also takes null. */
export type ParameterKind =
  | 'any'
  | 'string'
  | 'string?'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'day'
  | 'years and months duration'
  | 'duration'
  | 'list'
  | 'context'
  | 'range'
  | 'point'
  | 'function'

const TESTS: Readonly<Record<ParameterKind, (value: FeelValue) => boolean>> = {
  any: () => true,
  string: value => typeof value === 'string',
  'string?': value => value === null || typeof value === 'string',
  number: isNumber,
  boolean: value => typeof value === 'boolean',
  date: value => value instanceof FeelDate,
  time: value => value instanceof FeelTime,
  'date and time': value => value instanceof FeelDateTime,
  day: value => value instanceof FeelDate || value instanceof FeelDateTime,
  'years and months duration': value => value instanceof YearsMonthsDuration,
  duration: value => value instanceof YearsMonthsDuration || value instanceof DaysTimeDuration,
  list: isList,
  context: isContext,
  range: value => value instanceof FeelRange,
  point: value => value !== null && !(value instanceof FeelRange) && !isList(value),
  function: value => value instanceof FeelFunction,
}

/** The argument as the parameter takes it, after the implicit conversions (DMN 1.5 §10.3.2.9.4); undefined when it does not fit. */
export function coerceArgument(value: FeelValue, kind: ParameterKind): FeelValue | undefined {
  const fits = TESTS[kind]
  if (fits(value)) return value
  if (kind === 'list') return value === null ? undefined : [value]
  if (isList(value) && value.length === 1 && fits(value[0] ?? null)) return value[0] as FeelValue
  if (kind === 'date and time' && value instanceof FeelDate) return startOfDay(value)
  return undefined
}
