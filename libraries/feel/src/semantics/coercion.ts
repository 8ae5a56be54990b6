import type { Meter } from '../values/meter.ts'
import { FeelDate, startOfDay } from '../values/temporal.ts'
import { conforms, type FeelType } from '../values/types.ts'
import { type FeelValue, isList } from '../values/value.ts'

/**
 * The implicit conversions of DMN 1.5 §10.3.2.9.4: to and from a singleton list, from a date to a date and time. Only one
 * of them is made: `[[1]]` is no number. The value itself when none applies; the caller checks whether it conforms.
 */
export function coerce(value: FeelValue, type: FeelType, meter?: Meter): FeelValue {
  if (value === null || conforms(value, type, meter)) return value
  if (isList(value)) {
    const [item] = value
    return value.length === 1 && item !== undefined && conforms(item, type, meter) ? item : value
  }
  if (type.kind === 'list') return conforms(value, type.of, meter) ? [value] : value
  if (type.kind === 'date and time' && value instanceof FeelDate) return startOfDay(value)
  return value
}
