import type { SeenLine } from '@tereze/anomaly-rules'
import type { AuditLine } from '@tereze/foundation-operations'
import { type Calendar, localTimeOf, worksAt } from '@tereze/working-time'
import type { SignInTravel } from '../ports/sign-in-travels.ts'
import type { WatchRow } from '../store/watched-persons.ts'

/** Where and when an organisation works. */
export interface Place {
  readonly zone: string
  /** Null: nothing is known of its working days, and all time is working time. */
  readonly calendar: Calendar | null
}

/** What an organisation knows of the subjects of its lines. */
export interface Knowledge {
  /** Watches by subject. */
  readonly watches: ReadonlyMap<string, readonly WatchRow[]>
  isKnown(subject: string, at: string): boolean
  /** Journeys to sign-ins, by the correlation of their lines. */
  readonly travels: ReadonlyMap<string, SignInTravel>
}

/** What a subject is to an official, by the watches over it. */
export function whatIs(watches: readonly WatchRow[], official: string): string[] {
  const kinds = watches.map(({ kind, official: of }) => {
    if (kind === 'self') return of === official ? 'self' : 'colleague'
    return kind === 'protected' || of === official ? kind : null
  })
  return [...new Set(kinds.filter(kind => kind !== null))]
}

/** A line as rules see it. Time and knowledge are worked out only where a rule asks. */
export function seenLine(line: AuditLine, place: Place, knowledge: Knowledge): SeenLine {
  const { id, time, actor, operation, outcome, ground, fields, subjects } = line
  return {
    id,
    time,
    actor,
    operation,
    outcome,
    ground,
    fields,
    subjects,
    get hour() {
      return Math.floor(localTimeOf(time, place.zone).minutes / 60)
    },
    get working() {
      if (place.calendar === null) return true
      const works = worksAt(place.calendar, time, place.zone)
      return works.ok ? works.value : true
    },
    travel: knowledge.travels.get(line.correlation) ?? null,
    aboutOf: subject => whatIs(knowledge.watches.get(subject) ?? [], actor.id),
    isKnown: subject => knowledge.isKnown(subject, time),
  }
}
