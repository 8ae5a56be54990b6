import { parseDuration } from '../values/durations.ts'
import { parseDate, parseDateTime, parseTime } from '../values/temporal.ts'
import type { FeelValue } from '../values/value.ts'

/** The value of `@"…"`: a date, time, date and time, or duration (DMN 1.5 §10.3.1.3); null when it is none. */
export function readAt(text: string): FeelValue {
  return parseDate(text) ?? parseTime(text) ?? parseDateTime(text) ?? parseDuration(text)
}
