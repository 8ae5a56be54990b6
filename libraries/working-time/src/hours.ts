import { hoursOf } from './calendar.ts'
import { addDays } from './civil.ts'
import { type Counting, knownDay } from './days.ts'
import { type Suspension, suspendedMs } from './suspension.ts'
import { type Instant, instantOf, localDateOf } from './zone.ts'

/** The instant so many hours of the clock later, suspended time left out. */
export function afterHours(from: Instant, hours: number, suspensions: readonly Suspension[]): Instant {
  const start = Date.parse(from)
  let end = start + hours * 3_600_000
  for (let before = Number.NaN; before !== end; ) {
    before = end
    end = start + hours * 3_600_000 + suspendedMs(suspensions, start, end)
  }
  return new Date(end).toISOString()
}

/** The instant at which so many working hours have passed, suspended time left out. */
export function afterWorkingHours(
  counting: Counting,
  from: Instant,
  hours: number,
  suspensions: readonly Suspension[],
): Instant {
  const { calendar, zone } = counting
  let left = hours * 3_600_000
  for (let date = localDateOf(from, zone); ; date = addDays(date, 1)) {
    for (const [opens, closes] of hoursOf(calendar, knownDay(calendar, date))) {
      const start = Math.max(Date.parse(instantOf(date, opens, zone)), Date.parse(from))
      const end = Date.parse(instantOf(date, closes, zone))
      if (start >= end) continue
      const worked = end - start - suspendedMs(suspensions, start, end)
      if (worked >= left) return withinOf(start, left, suspensions)
      left -= worked
    }
  }
}

function withinOf(start: number, needed: number, suspensions: readonly Suspension[]): Instant {
  let end = start + needed
  for (let before = Number.NaN; before !== end; ) {
    before = end
    end = start + needed + suspendedMs(suspensions, start, end)
  }
  return new Date(end).toISOString()
}
