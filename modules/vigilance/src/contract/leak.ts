import { event, Instant, OrganisationId, operation, PageInput, page, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a leak. */
export const LeakId = TypedId('leak')

/** What the law asks for after a leak, and until when. */
export const LeakDuty = Type.Object({
  duty: Type.String(),
  text: Text,
  to: Type.Enum(['authority', 'persons']),
  /** The provision that asks for it, `act:<act>/<article>`. */
  source: Type.String(),
  due: Instant,
  /** What was done: when, by whom, under which reference; null: not yet. */
  done: Type.Union([
    Type.Object({
      at: Instant,
      by: Type.String(),
      reference: Type.String(),
      /** How many persons the platform told; null: somebody noted the duty by hand. */
      told: Type.Union([Type.Integer(), Type.Null()]),
    }),
    Type.Null(),
  ]),
  late: Type.Boolean(),
})
/** What the law asks for after a leak. */
export type LeakDuty = Static<typeof LeakDuty>

/** A leak of personal data, with the clocks that it started. */
export const Leak = Type.Object({
  leak: LeakId,
  what: Type.String(),
  persons: Type.Integer(),
  known: Instant,
  recorded: Type.Object({ at: Instant, by: Type.String() }),
  duties: Type.Array(LeakDuty),
  /** Persons who are named, and of them those who were told by the platform. */
  named: Type.Integer(),
  told: Type.Integer(),
  /** What they are told, since when, by whom; null: telling has not begun. */
  telling: Type.Union([Type.Object({ at: Instant, by: Type.String(), words: Text }), Type.Null()]),
})
/** A leak of personal data. */
export type Leak = Static<typeof Leak>

/** The jurisdiction of the organisation does not say what a leak asks for. */
export const leakTermsUnknown = refusal('vigilance.leak-terms-unknown', 'unsupported')
/** A leak cannot become known later than now. */
export const leakKnownLater = refusal('vigilance.leak-known-later', 'invalid')
/** There is no such leak. */
export const leakNotFound = refusal('vigilance.leak-not-found', 'not-found')
/** There is no such leak, or the law asks for no such thing after it. */
export const leakDutyNotFound = refusal('vigilance.leak-duty-not-found', 'not-found')
/** It has been done. */
export const leakDutyDone = refusal('vigilance.leak-duty-done', 'conflict')

/** A leak was recorded. */
export const leakRecorded = event({
  type: 'vigilance.leak-recorded',
  does: 'A leak of personal data was recorded; the terms of the law run.',
  data: Type.Object({ leak: LeakId, persons: Type.Integer() }),
})

/** Records a leak. */
export const recordLeak = operation({
  name: 'vigilance.record-leak',
  does: 'Records a leak of personal data: what, of how many persons, since when it is known; the terms that the law of the jurisdiction sets begin to run.',
  input: Type.Object({
    organisation: OrganisationId,
    what: Type.String({ minLength: 20, maxLength: 4000 }),
    persons: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }),
    known: Instant,
  }),
  output: Type.Object({ leak: LeakId }),
  permission: 'vigilance.leak.manage',
  refusals: [leakTermsUnknown, leakKnownLater],
  emits: [leakRecorded],
})

/** The leaks of an organisation. */
export const listLeaks = operation({
  name: 'vigilance.list-leaks',
  does: 'Lists the leaks of an organisation, newest first, each with what the law asks for, until when, and what was done.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, ...PageInput.properties }),
  output: page(Leak),
  permission: 'vigilance.incident.read',
})

/** Notes that a duty was done. */
export const fulfilLeakDuty = operation({
  name: 'vigilance.fulfil-leak-duty',
  does: 'Notes that what the law asks for after a leak was done, under which reference.',
  input: Type.Object({
    organisation: OrganisationId,
    leak: LeakId,
    duty: Type.String({ maxLength: 100 }),
    reference: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ leak: LeakId }),
  permission: 'vigilance.leak.manage',
  refusals: [leakDutyNotFound, leakDutyDone],
})
