import { CellFault, type DataTable } from '@tereze/data-files'
import { instantOf } from '@tereze/working-time'
import type { LoggedStep, Trace } from './trace.ts'

/** What is wrong with a table of events, with what it means. The list is closed. */
export const eventProblems = {
  'column-missing': 'The table has no column for this.',
  'row-broken': 'The row cannot be read.',
  'case-empty': 'The row does not say to which case it belongs.',
  'activity-empty': 'The row does not say what was done.',
  'instant-unreadable': 'This is no date with a time: 2026-03-02 09:30, 2026-03-02T09:30:00+05:00.',
  'ends-before-it-begins': 'The end is before the beginning.',
} as const
/** One of {@link eventProblems}. */
export type EventProblemCode = keyof typeof eventProblems

/** A row that was left out, and why; row 0: the table as a whole. */
export interface EventProblem {
  readonly row: number
  readonly column: string
  readonly code: EventProblemCode
}

/** What a table of events says: the traces of its good rows, and what is wrong with the others. */
export interface EventReading {
  readonly traces: readonly Trace[]
  readonly problems: readonly EventProblem[]
}

/** Names of columns, ours first, then those of XES (IEEE 1849) as its tools write them into tables. */
const namesOf = {
  case: ['case', 'case:concept:name', 'case id', 'caseid'],
  activity: ['activity', 'concept:name', 'event'],
  begin: ['begin', 'start_timestamp', 'start'],
  end: ['end', 'time:timestamp', 'timestamp', 'complete'],
} as const
type Column = keyof typeof namesOf

interface Event {
  readonly activity: string
  readonly begin: number | null
  readonly end: number
  readonly row: number
}

const pattern = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?( ?Z|[+-]\d{2}:?\d{2})?$/

/** Milliseconds of a written instant, in the zone where it names no offset; null: it is none. */
function readInstant(written: string, zone: string): number | null {
  const [whole, date = '', hour = '', minute = '', second = '0', offset] = pattern.exec(written) ?? []
  if (whole === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  // 31 February would be taken for 3 March.
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) return null
  if (offset === undefined)
    return Date.parse(instantOf(date, Number(hour) * 60 + Number(minute), zone)) + Number(second) * 1000
  const shift = offset.trim().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  return Date.parse(`${date}T${hour}:${minute}:${second.padStart(2, '0')}${shift}`)
}

function places(columns: readonly string[]): Readonly<Record<Column, number>> {
  const small = columns.map(column => column.trim().toLowerCase())
  const placeOf = (names: readonly string[]) => small.findIndex(column => names.includes(column))
  return {
    case: placeOf(namesOf.case),
    activity: placeOf(namesOf.activity),
    begin: placeOf(namesOf.begin),
    end: placeOf(namesOf.end),
  }
}

const iso = (at: number) => new Date(at).toISOString()

/** Where no beginning is written, what was done lasts from the end of what was done before it. */
function traceOf(id: string, events: readonly Event[]): Trace {
  const sorted = [...events].sort((one, other) => one.end - other.end || one.row - other.row)
  const steps: LoggedStep[] = []
  let last = sorted[0]?.begin ?? sorted[0]?.end ?? 0
  const began = sorted.reduce((least, { begin, end }) => Math.min(least, begin ?? end), last)
  let before: string | null = null
  for (const { activity, begin, end } of sorted) {
    if (before !== null) steps.push({ what: 'flow', element: `${before} → ${activity}`, at: iso(begin ?? last) })
    steps.push({ what: 'entered', element: activity, at: iso(begin ?? last) })
    steps.push({ what: 'left', element: activity, at: iso(end) })
    last = end
    before = activity
  }
  return { id, began: iso(began), ended: iso(last), steps }
}

/**
 * Reads the events of any system out of a table: a row for each thing done, with its case, what was done, and when it ended (and
 * began, where that is known). Bad rows are named and left out. An instant without an offset is one of `zone` (IANA name).
 */
export function readEvents(table: DataTable, zone = 'UTC'): EventReading {
  const place = places(table.columns)
  const missing = (['case', 'activity', 'end'] as const).filter(column => place[column] < 0)
  if (missing.length > 0)
    return { traces: [], problems: missing.map(column => ({ row: 0, column, code: 'column-missing' })) }
  const problems: EventProblem[] = []
  const cases = new Map<string, Event[]>()
  for (const { number: row, cells, fault } of table.rows) {
    const refuse = (code: EventProblemCode, column: string) => problems.push({ row, column, code })
    const text = (column: Column): string | null => {
      const cell = place[column] < 0 ? null : cells[place[column]]
      return cell === null || cell === undefined || cell instanceof CellFault ? null : String(cell).trim() || null
    }
    const [id, activity, written, begun] = [text('case'), text('activity'), text('end'), text('begin')]
    const end = written === null ? null : readInstant(written, zone)
    const begin = begun === null ? null : readInstant(begun, zone)
    if (fault !== null) refuse('row-broken', '')
    else if (id === null) refuse('case-empty', 'case')
    else if (activity === null) refuse('activity-empty', 'activity')
    else if (end === null) refuse('instant-unreadable', 'end')
    else if (begun !== null && begin === null) refuse('instant-unreadable', 'begin')
    else if (begin !== null && begin > end) refuse('ends-before-it-begins', 'begin')
    else {
      const event = { activity, begin, end, row }
      const known = cases.get(id)
      if (known === undefined) cases.set(id, [event])
      else known.push(event)
    }
  }
  return { traces: [...cases].map(([id, events]) => traceOf(id, events)), problems }
}
