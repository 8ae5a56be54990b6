import { type Calendar, dayOf, type Instant, localTimeOf, weekday } from '@tereze/working-time'

/** Hours of a hall on days of the week: 1 is Monday; `from` and `to` on the wall clock, `09:00`. */
export interface DayHours {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** What the clock of a hall says at a moment: its date, its hours of the day, and whether it receives anybody now. */
export function hoursOf(
  hours: readonly DayHours[],
  calendar: Calendar | null,
  zone: string,
  now: Instant,
): { day: string; hours: { from: string; to: string } | null; isOpen: boolean } {
  const { date, minutes } = localTimeOf(now, zone)
  const known = calendar === null ? undefined : dayOf(calendar, date)
  const isHoliday = known?.works === false && known.because === 'holiday'
  const found = isHoliday ? undefined : hours.find(({ days }) => days.includes(weekday(date)))
  if (found === undefined) return { day: date, hours: null, isOpen: false }
  const { from, to } = found
  return { day: date, hours: { from, to }, isOpen: minutes >= minutesOf(from) && minutes < minutesOf(to) }
}
