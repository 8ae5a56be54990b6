import type { Language } from '@tereze/operation'

/** Months as they stand in a date. */
const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
}

const space = '\u00a0'
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** A legal date `YYYY-MM-DD` in words: `2 March 2026`, `2 марта 2026 г.`, `2026 жылғы 2 наурыз`. Other text is given back. */
export function writeDate(date: string, language: Language): string {
  const match = datePattern.exec(date)
  const month = months[language][Number(match?.[2]) - 1]
  if (match === null || month === undefined) return date
  const year = match[1]
  const day = Number(match[3])
  switch (language) {
    case 'en':
      return `${day}${space}${month} ${year}`
    case 'ru':
      return `${day}${space}${month} ${year}${space}г.`
    case 'kk':
      return `${year}${space}жылғы ${day}${space}${month}`
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** Legal date and time of day (`HH:MM`) of an instant in an IANA zone; null when it is no instant. */
export function localMoment(instant: string, zone: string): { date: string; time: string } | null {
  const milliseconds = Date.parse(instant)
  if (Number.isNaN(milliseconds)) return null
  const parts = new Map(
    clockOf(zone)
      .formatToParts(milliseconds)
      .map(part => [part.type, part.value]),
  )
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  }
}

/** An instant in the zone's date and time: `2 March 2026, 09:00`. Other text is given back. */
export function writeInstant(instant: string, language: Language, zone: string): string {
  const moment = localMoment(instant, zone)
  return moment === null ? instant : `${writeDate(moment.date, language)}, ${moment.time}`
}
