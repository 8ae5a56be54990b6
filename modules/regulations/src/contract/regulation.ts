import { event, Instant, LocalDate, OrganisationId, refusal, Text, TypedId } from '@tereze/operation'
import { type TurnKind, turnKinds } from '@tereze/regulation'
import { type Static, Type } from 'typebox'

/** Id of one version of a regulation with its life. */
export const RegulationId = TypedId('regulation')
/** What a regulation is called by machines; the same in all its versions. */
export const RegulationCode = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 80 })
/** SHA-256 of a text in the form of RFC 8785, hexadecimal. */
export const ContentHash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Stages of a life. */
export const RegulationStage = Type.Union([
  Type.Literal('draft'),
  Type.Literal('agreement'),
  Type.Literal('approval'),
  Type.Literal('registration'),
  Type.Literal('awaiting-force'),
  Type.Literal('in-force'),
  Type.Literal('amended'),
  Type.Literal('repealed'),
])

/** Whose turn it is, for what, and until when. */
export const RegulationTurn = Type.Object({
  /** `org:…` */
  body: Type.String(),
  what: Type.Unsafe<TurnKind>(Type.Enum([...turnKinds])),
  since: Instant,
  /** The last day of the term; null: there is none. */
  due: Type.Union([LocalDate, Type.Null()]),
  /** The term is over. */
  late: Type.Boolean(),
})

/** A regulation in a list. */
export const RegulationCard = Type.Object({
  regulation: RegulationId,
  /** The organisation whose regulation it is. */
  owner: OrganisationId,
  code: RegulationCode,
  version: Type.String(),
  kind: Type.String(),
  jurisdiction: Type.String(),
  title: Text,
  stage: RegulationStage,
  turns: Type.Array(RegulationTurn),
  /** First day in force; null while it is not known. */
  inForce: Type.Union([LocalDate, Type.Null()]),
  /** First day on which it no longer holds; null: nothing ends it yet. */
  endsOn: Type.Union([LocalDate, Type.Null()]),
  changedAt: Instant,
})
/** A regulation in a list. */
export type RegulationCard = Static<typeof RegulationCard>

/** There is no such regulation, or the organisation has nothing to do with it. */
export const regulationNotFound = refusal('regulations.regulation-not-found', 'not-found')
/** The step cannot be taken: `code` of the life cycle says why, the other params what it is about. */
export const stepRefused = refusal('regulations.step-refused', 'conflict')
/** A version of this regulation with this number has a life already: `regulation`. */
export const versionExists = refusal('regulations.version-exists', 'conflict')
/** The draft has no digital regulation, or one that cannot be read. */
export const textMissing = refusal('regulations.text-missing', 'invalid')
/** The draft holds another regulation or another version than the life is of: `code`, `version`. */
export const textOther = refusal('regulations.text-other', 'conflict')
/** The text names another body as the one whose regulation it is: `body`. */
export const bodyOther = refusal('regulations.body-other', 'precondition')
/** The check finds `count` faults in the text; they stand under `also`. */
export const textFaulty = refusal('regulations.text-faulty', 'conflict')
/** The jurisdiction does not say how regulations are made: `jurisdiction`. */
export const rulesMissing = refusal('regulations.rules-missing', 'conflict')
/** No body of this id is published: `body`. */
export const bodyUnknown = refusal('regulations.body-unknown', 'invalid')

/** A life was begun. Thin. */
export const regulationBegun = event({
  type: 'regulations.regulation-begun',
  does: 'The life of a version of a regulation was begun from a draft.',
  data: Type.Object({ regulation: RegulationId, code: RegulationCode }),
})
/** A step was taken, by somebody or by the calendar. Thin. */
export const stepTaken = event({
  type: 'regulations.step-taken',
  does: 'A step in the life of a regulation was taken; `stage` is where it stands now.',
  data: Type.Object({ regulation: RegulationId, step: Type.String(), stage: RegulationStage }),
})
/** The term of a body is over. Thin. */
export const termPassed = event({
  type: 'regulations.term-passed',
  does: 'The term within which a body was to act on a regulation is over.',
  data: Type.Object({ regulation: RegulationId, body: Type.String(), what: Type.String() }),
})
/** It is in force from today. Thin. */
export const cameIntoForce = event({
  type: 'regulations.came-into-force',
  does: 'A version of a regulation came into force.',
  data: Type.Object({ regulation: RegulationId, code: RegulationCode, version: Type.String() }),
})
/** It is in force no longer. Thin. */
export const forceEnded = event({
  type: 'regulations.force-ended',
  does: 'A version of a regulation is in force no longer: another one has its place, or it was repealed.',
  data: Type.Object({
    regulation: RegulationId,
    code: RegulationCode,
    version: Type.String(),
    how: Type.Union([Type.Literal('amended'), Type.Literal('repealed')]),
  }),
})
