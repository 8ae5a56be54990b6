import { JsonObject, OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { JourneyStep, KnownFact, MissingSource, Offer } from './situation.ts'

/** A file of the draft cannot be read, or does not say what a situation must: `file`. */
export const draftUnreadable = refusal('situations.draft-unreadable', 'invalid')
/** An expression of the draft cannot be computed: `expression`. */
export const draftBroken = refusal('situations.draft-broken', 'invalid')
/** The draft names something that is not published: `kind`, `id`. */
export const draftNamesUnknown = refusal('situations.draft-names-unknown', 'invalid')

/** A part of a condition: all parts have to hold. */
export const ToldPart = Type.Object({
  text: Type.String(),
  holds: Type.Boolean(),
  /** What it reads, with the value that stood there. */
  reads: Type.Array(Type.Object({ name: Type.String(), value: Type.Unknown() })),
})
/** A part of a condition. */
export type ToldPart = Static<typeof ToldPart>

/** What became of a service: why it begins, is offered, or is not. */
export const RehearsedService = Type.Object({
  service: Type.String(),
  title: Text,
  outcome: Type.Union([
    Type.Literal('automatic'),
    Type.Literal('offered'),
    /** Its moment is not reached. */
    Type.Literal('too-early'),
    /** There is nobody for whom it is. */
    Type.Literal('nobody'),
    /** A fact that it looks at is not known. */
    Type.Literal('waits'),
    Type.Literal('not-due'),
  ]),
  moment: Type.String(),
  /** Facts that are waited for. */
  waits: Type.Array(Type.String()),
  parts: Type.Array(ToldPart),
  /** What the service would decide; null when it is not asked. */
  decision: Type.Unknown(),
  /** Data that the case begins with; null where none would begin. */
  data: Type.Union([JsonObject, Type.Null()]),
})
/** What became of a service. */
export type RehearsedService = Static<typeof RehearsedService>

/** What would happen. */
export const Rehearsal = Type.Object({
  /** Whether the event begins the situation at all, and the parts of its condition. */
  begins: Type.Boolean(),
  trigger: Type.Array(ToldPart),
  key: Type.Union([Type.String(), Type.Null()]),
  people: Type.Array(Type.Object({ role: Type.String(), person: Type.String(), primary: Type.Boolean() })),
  moments: Type.Array(Type.Object({ moment: Type.String(), reached: Type.Boolean(), parts: Type.Array(ToldPart) })),
  /** Facts that are asked for, in their order; those whose condition does not hold are not. */
  asked: Type.Array(Type.String()),
  services: Type.Array(RehearsedService),
  ends: Type.Boolean(),
  /** The page of the person, as the portal gets it. */
  steps: Type.Array(JourneyStep),
  offers: Type.Array(Offer),
  known: Type.Array(KnownFact),
  missing: Type.Array(MissingSource),
})
/** What would happen. */
export type Rehearsal = Static<typeof Rehearsal>

const Source = Type.String({ maxLength: 500_000 })

/** Tries a situation out. */
export const rehearseSituation = operation({
  name: 'situations.rehearse-situation',
  does: 'Says what a draft of a life situation would do over a record and facts that somebody made up: what begins, is offered, and why. Nothing is kept.',
  input: Type.Object({
    organisation: OrganisationId,
    /** The files of the draft as text. */
    files: Type.Object({
      situation: Source,
      sources: Source,
      words: Type.Object({ en: Source, ru: Source, kk: Source }),
    }),
    event: Type.String({ maxLength: 100 }),
    /** The record of the event, made up. */
    record: JsonObject,
    /** Values of facts by the ids of their sources; null where none is given. */
    facts: JsonObject,
    /** Sources that do not answer. */
    silent: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100, uniqueItems: true }),
  }),
  output: Rehearsal,
  permission: 'situations.draft.rehearse',
  limit: 4_194_304,
  refusals: [draftUnreadable, draftBroken, draftNamesUnknown],
})
