import { createMessages, type MessageParams } from '@tereze/messages'
import type { Language } from '@tereze/operation'
import { writeDate, writeInstant } from '@tereze/wording'
import type { CivilDate } from './civil.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }
import { partsOf, type Term, type TermUnit } from './term.ts'
import type { Trace, TraceLine } from './trace.ts'
import { writeDays } from './write-days.ts'
import { type Instant, localDateOf } from './zone.ts'

const messages = createMessages([{ en, ru, kk }])

const unitKeys: Readonly<Record<TermUnit, string>> = {
  workingDays: 'working-days',
  calendarDays: 'calendar-days',
  months: 'months',
  years: 'years',
  hours: 'hours',
  workingHours: 'working-hours',
}

/** A deadline that is to be told in words. */
export interface Explained {
  readonly term: Term
  /** The event from which the term runs. */
  readonly from: Instant
  readonly date: CivilDate
  readonly at: Instant
  readonly trace: Trace
}

/** Words that only the jurisdiction knows; what it does not know is left out. */
export interface Named {
  /** The text of a message key of the calendar (`message:day.new-year`). */
  readonly day?: (key: string) => string | undefined
  /** The title of a clause (`act:labour-code/112`). */
  readonly clause?: (clause: string) => string | undefined
}

/** A deadline in words: one line, and a line for everything that decided it. */
export interface Explanation {
  readonly summary: string
  readonly lines: readonly string[]
}

interface Telling {
  readonly language: Language
  readonly zone: string
  readonly named: Named
}

/** A term in words: `5 working days`, `5 рабочих дней`, `5 жұмыс күні`; empty when it is not a term. */
export function writeTerm(term: Term, language: Language): string {
  const parts = partsOf(term)
  return parts ? messages.text(`term.${unitKeys[parts.unit]}`, language, { count: parts.count }) : ''
}

/** The words of a line before its act and clause: a key and what it is filled with. */
function wordsOf(line: TraceLine, { language, zone, named }: Telling): readonly [key: string, params: MessageParams] {
  const date = (day: CivilDate) => writeDate(day, language)
  const moment = (at: Instant) => writeDate(localDateOf(at, zone), language)
  switch (line.rule) {
    case 'received':
      return ['line.received', { date: date(line.date) }]
    case 'receivedAfterHours':
      return ['line.received-after-hours', { to: date(line.to) }]
    case 'start':
      return ['line.start', { date: date(line.date) }]
    case 'notCounted': {
      const days = writeDays([[line.from, line.to]], language)
      if (line.because !== 'holiday') return [`line.${line.because}`, { days }]
      const name = line.name === undefined ? undefined : named.day?.(line.name)
      return ['line.holiday', { days, name: name ?? messages.text('name.holiday', language) }]
    }
    case 'monthWithoutDay':
      return ['line.month-without-day', { date: date(line.date) }]
    case 'suspension':
      return ['line.anew', { to: moment(line.to) }]
    case 'suspendedBy':
      return [
        line.ended === 'limit' ? 'line.suspended-limit' : 'line.suspended-by',
        { from: moment(line.from), to: moment(line.to) },
      ]
    case 'endsOnNonWorkingDay':
      return ['line.ends-on-day-off', { from: date(line.from), to: date(line.to) }]
    case 'extension':
      return ['line.extension', { term: writeTerm(line.by, language), date: date(line.date) }]
    case 'withinCase':
      return ['line.within-case', { from: date(line.from), to: date(line.to) }]
  }
}

function tell(line: TraceLine, telling: Telling): string {
  const { language, named } = telling
  const plain = messages.text(...withLanguage(wordsOf(line, telling), language))
  const act = 'act' in line ? line.act : undefined
  const text = act === undefined ? plain : messages.text('line.with-act', language, { text: plain, act })
  const source = line.clause ?? ('source' in line ? line.source : undefined)
  const clause = source === undefined ? undefined : named.clause?.(source)
  return clause === undefined ? text : messages.text('line.with-clause', language, { text, clause })
}

function withLanguage(
  [key, params]: readonly [string, MessageParams],
  language: Language,
): [string, Language, MessageParams] {
  return [key, language, params]
}

/** The days that were not counted for one of several reasons. */
function daysOf(lines: readonly TraceLine[], reasons: readonly string[], language: Language): string {
  const stretches = lines.flatMap(line =>
    line.rule === 'notCounted' && reasons.includes(line.because) ? [[line.from, line.to] as const] : [],
  )
  return writeDays(stretches, language)
}

function partOf(line: TraceLine, { language, zone }: Telling): string[] {
  const say = (key: string, params: MessageParams = {}) => [messages.text(key, language, params)]
  if (line.rule === 'endsOnNonWorkingDay')
    return say('part.moved', { from: writeDays([[line.from, line.from]], language) })
  if (line.rule === 'extension') return say('part.extended', { term: writeTerm(line.by, language) })
  if (line.rule === 'suspension') return say('part.anew', { to: writeDate(localDateOf(line.to, zone), language) })
  return line.rule === 'withinCase' ? say('part.within-case') : []
}

function summaryOf({ term, from, date, at, trace }: Explained, telling: Telling): string {
  const { language, zone } = telling
  const unit = partsOf(term)?.unit
  const inHours = unit === 'hours' || unit === 'workingHours'
  const write = (instant: Instant, day: CivilDate) =>
    inHours ? writeInstant(instant, language, zone) : writeDate(day, language)
  const listed = [
    ['part.off', ['weekend', 'holiday']],
    ['part.short-days', ['short-day']],
    ['part.suspended', ['suspension']],
  ] as const
  const parts = [
    messages.text('part.from', language, {
      term: writeTerm(term, language),
      from: write(from, localDateOf(from, zone)),
    }),
    ...listed.flatMap(([key, reasons]) => {
      const days = daysOf(trace.lines, reasons, language)
      return days === '' ? [] : [messages.text(key, language, { days })]
    }),
    ...trace.lines.flatMap(line => partOf(line, telling)),
  ]
  return `${parts.join('; ')} → ${write(at, date)}`
}

/**
 * How a deadline came about, in words of a language, for the page of a case:
 * `5 working days from 2 March 2026; days off: 7–9 March → 10 March 2026`.
 */
export function explainDeadline(explained: Explained, language: Language, named: Named = {}): Explanation {
  const telling = { language, zone: explained.trace.zone, named }
  return {
    summary: summaryOf(explained, telling),
    lines: explained.trace.lines.map(line => tell(line, telling)),
  }
}
