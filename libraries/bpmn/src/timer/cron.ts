import { addDays, addDuration, type Instant, instantOf, localTimeOf, weekday } from '@tereze/working-time'

/*
 * Cron expressions as Camunda writes them (Quartz): seconds, minutes, hours, day of month, month, day of week and
 * perhaps a year. Day of week counts from 1, Sunday; `?` says nothing; `L`, `W` and `#` are not supported.
 */

interface Cron {
  readonly seconds: ReadonlySet<number>
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  readonly weekdays: ReadonlySet<number>
  readonly years: ReadonlySet<number> | undefined
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

function numberIn(text: string, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase())
  return named >= 0 ? named + 1 : /^\d+$/.test(text) ? Number(text) : Number.NaN
}

function field(
  text: string,
  least: number,
  most: number,
  names: readonly string[] = [],
): ReadonlySet<number> | undefined {
  const found = new Set<number>()
  for (const part of text.split(',')) {
    const [range = '', every = '1'] = part.split('/')
    const [from = '', to] = range === '*' || range === '?' ? [String(least), String(most)] : range.split('-')
    const start = numberIn(from, names)
    const end = to === undefined ? (part.includes('/') ? most : start) : numberIn(to, names)
    const step = Number(every)
    if (![start, end, step].every(Number.isInteger) || start < least || end > most || step < 1) return undefined
    for (let value = start; value <= end; value += step) found.add(value)
  }
  return found
}

function parse(text: string): Cron | undefined {
  const [s = '', m = '', h = '', day = '', month = '', week = '', year, ...rest] = text.trim().split(/\s+/)
  const seconds = field(s, 0, 59)
  const minutes = field(m, 0, 59)
  const hours = field(h, 0, 23)
  const days = field(day, 1, 31)
  const months = field(month, 1, 12, monthNames)
  const weekdays = field(week, 1, 7, dayNames)
  const years = year === undefined ? undefined : field(year, 1970, 2199)
  if (
    !seconds ||
    !minutes ||
    !hours ||
    !days ||
    !months ||
    !weekdays ||
    rest.length > 0 ||
    (year !== undefined && !years)
  )
    return undefined
  return { seconds, minutes, hours, days, months, weekdays, years }
}

/** Whether text is a cron expression that is understood. */
export function isCron(text: string): boolean {
  return parse(text) !== undefined
}

/** How many days ahead a next occurrence is looked for: a leap day is at most eight years away. */
const farthest = 366 * 9

/** The next instant after another at which a cron expression fires on the wall clock of a zone; undefined when never. */
export function nextCron(text: string, after: Instant, zone: string): Instant | undefined {
  const cron = parse(text)
  if (!cron) return undefined
  const second = { months: 0, days: 0, ms: 1000 - (Date.parse(after) % 1000) }
  const { date: first, minutes: begin } = localTimeOf(addDuration(after, second, zone), zone)
  for (let ahead = 0; ahead < farthest; ahead++) {
    const date = addDays(first, ahead)
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    const fits =
      cron.months.has(month) &&
      cron.days.has(day) &&
      cron.weekdays.has((weekday(date) % 7) + 1) &&
      (cron.years?.has(year) ?? true)
    if (!fits) continue
    const from = ahead === 0 ? Math.round(begin * 60) : 0
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        for (const seconds of cron.seconds) {
          const at = hour * 3600 + minute * 60 + seconds
          if (at >= from) return instantOf(date, at / 60, zone)
        }
      }
    }
  }
  return undefined
}
