import { localMoment } from '@tereze/wording'
import { CALENDAR_WORDS, type DateRole, kazakhCase, RUSSIAN_WEEKDAYS_OF } from './calendar-words.ts'
import type { Language } from './language.ts'

/** How much of a date is said. The year is always said unless `year` is false. */
export interface DateStyle {
  /** What the date is in the sentence; `plain` when not said. */
  readonly role?: DateRole
  readonly weekday?: boolean
  readonly year?: boolean
  /** Months by their short names: for tables and sources. */
  readonly short?: boolean
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 0 is Monday. */
  readonly weekday: number
}

function dayOf(date: string): Day {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return { year, month, day, weekday: (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7 }
}

/** A no-break space: a number and its word stay on one line. */
const NBSP = '\u00a0'

/**
 * A date (`YYYY-MM-DD`) in words: `20 February 2026`, `20 февраля 2026 г.`, `2026 жылғы 20 ақпан`; with a role
 * `until 12 March`, `до 12 марта`, `12 наурызға дейін`.
 */
export function formatDate(date: string, language: Language, style: DateStyle = {}): string {
  const { year, month, day, weekday } = dayOf(date)
  const words = CALENDAR_WORDS[language]
  const role = style.role ?? 'plain'
  const monthWord = (style.short ? words.shortMonths : words.months)[month - 1] ?? ''
  const weekdayWord = style.weekday ? (style.short ? words.shortWeekdays : words.weekdays)[weekday] : undefined
  const withYear = style.year !== false
  if (language === 'kk')
    return kazakhDate({ year, day, monthWord, weekdayWord, withYear, role, short: style.short === true })
  if (language === 'ru') {
    const core = `${day}${NBSP}${monthWord}${withYear ? ` ${year}${NBSP}г.` : ''}`
    if (weekdayWord === undefined)
      return `${{ plain: '', on: '', by: `до${NBSP}`, until: `до${NBSP}`, since: `с${NBSP}` }[role]}${core}`
    if (role !== 'plain' && role !== 'on') {
      return `${role === 'since' ? 'с' : 'до'} ${RUSSIAN_WEEKDAYS_OF[weekday] ?? ''}, ${core}`
    }
    return `${weekdayWord}, ${core}`
  }
  const core = `${weekdayWord === undefined ? '' : `${weekdayWord} `}${day}${NBSP}${monthWord}${withYear ? ` ${year}` : ''}`
  return `${{ plain: '', on: 'on ', by: 'by ', until: 'until ', since: 'since ' }[role]}${core}`
}

function kazakhDate(of: {
  year: number
  day: number
  monthWord: string
  weekdayWord: string | undefined
  withYear: boolean
  role: DateRole
  short: boolean
}): string {
  const year = of.withYear ? (of.short ? `${of.year}${NBSP}ж. ` : `${of.year} жылғы `) : ''
  const inCase = (word: string) => {
    if (of.role === 'plain' || of.short) return word
    return kazakhCase(word, of.role === 'since' ? 'ablative' : of.role === 'on' ? 'locative' : 'dative')
  }
  const core =
    of.weekdayWord === undefined
      ? `${year}${of.day}${NBSP}${inCase(of.monthWord)}`
      : `${year}${of.day}${NBSP}${of.monthWord}, ${inCase(of.weekdayWord)}`
  if (of.role === 'until' || of.role === 'by') return `${core} дейін`
  if (of.role === 'since') return `${core} бастап`
  return core
}

/** The parts of a date for a calendar leaf: day number, month in words, day of the week. */
export function dateParts(date: string, language: Language): { day: string; month: string; weekday: string } {
  const { month, day, weekday } = dayOf(date)
  const words = CALENDAR_WORDS[language]
  return { day: String(day), month: words.months[month - 1] ?? '', weekday: words.weekdays[weekday] ?? '' }
}

/** The local date (`YYYY-MM-DD`) of an instant in an IANA zone. */
export function localDate(instant: string, zone: string): string {
  return localMoment(instant, zone)?.date ?? instant.slice(0, 10)
}

/** An instant in words in a zone: date and time, `22 February 2026, 14:05`. */
export function formatInstant(instant: string, language: Language, zone: string, style: DateStyle = {}): string {
  const moment = localMoment(instant, zone)
  return moment === null ? instant : `${formatDate(moment.date, language, style)}, ${moment.time}`
}

/** The time of day of an instant in a zone, `14:05`. */
export function formatTime(instant: string, zone: string): string {
  return localMoment(instant, zone)?.time ?? instant
}
