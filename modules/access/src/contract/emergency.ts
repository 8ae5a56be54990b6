import {
  event,
  Instant,
  OrganisationId,
  operation,
  PageInput,
  PersonId,
  page,
  refusal,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a declared emergency. */
export const EmergencyId = TypedId('emergency')

/** Access that an official has taken in an emergency: why, how long, what came of the review. */
export const Emergency = Type.Object({
  emergency: EmergencyId,
  organisation: OrganisationId,
  official: Type.String(),
  roles: Type.Array(Type.String()),
  reason: Type.String(),
  /** Whom it is about; null: somebody not known yet. */
  about: Type.Union([PersonId, Type.Null()]),
  begun: Instant,
  until: Instant,
  /** When the official ended it before its time; null: they did not. */
  ended: Type.Union([Instant, Type.Null()]),
  state: Type.Union([
    Type.Literal('running'),
    Type.Literal('over'),
    Type.Literal('justified'),
    Type.Literal('unjustified'),
  ]),
  review: Type.Union([Type.Object({ by: Type.String(), at: Instant, remark: Type.String() }), Type.Null()]),
})
/** Access that an official has taken in an emergency. */
export type Emergency = Static<typeof Emergency>

/** An emergency of this official is running already. */
export const emergencyRunning = refusal('access.emergency-running', 'conflict')
/** There is no such emergency, or it is not for you. */
export const emergencyNotFound = refusal('access.emergency-not-found', 'not-found')
/** Nobody reviews what they did themselves. */
export const emergencyOwn = refusal('access.emergency-own', 'forbidden')
/** It is reviewed when it is over. */
export const emergencyStillRunning = refusal('access.emergency-still-running', 'conflict')
/** It has been reviewed. */
export const emergencyReviewedAlready = refusal('access.emergency-reviewed-already', 'conflict')

/** An official took access in an emergency. */
export const emergencyBegun = event({
  type: 'access.emergency-begun',
  does: 'An official took access in an emergency.',
  data: Type.Object({ emergency: EmergencyId, official: Type.String() }),
})
/** An emergency was reviewed. */
export const emergencyReviewed = event({
  type: 'access.emergency-reviewed',
  does: 'The security officer said whether access taken in an emergency was justified.',
  data: Type.Object({ emergency: EmergencyId, official: Type.String(), justified: Type.Boolean() }),
})

/** A person was named in an emergency: somebody took access to help them. */
export const emergencyNamed = event({
  type: 'access.emergency-named',
  does: 'An official took access in an emergency for a person whom they named.',
  data: Type.Object({ emergency: EmergencyId, person: PersonId }),
})

/** Takes access in an emergency. */
export const beginEmergency = operation({
  name: 'access.begin-emergency',
  does: 'Takes access in an emergency, for a time and a reason: it is written down with each look, seen by the person and reviewed afterwards.',
  input: Type.Object({
    organisation: OrganisationId,
    reason: Type.String({ minLength: 20, maxLength: 1000 }),
    minutes: Type.Integer({ minimum: 5, maximum: 240 }),
    about: Type.Optional(PersonId),
  }),
  output: Type.Object({ emergency: EmergencyId, until: Instant }),
  permission: 'access.emergency.begin',
  refusals: [emergencyRunning],
  emits: [emergencyBegun, emergencyNamed],
})

/** Gives the access back before its time. */
export const endEmergency = operation({
  name: 'access.end-emergency',
  does: 'Ends one’s own access in an emergency before its time.',
  input: Type.Object({ organisation: OrganisationId, emergency: EmergencyId }),
  output: Type.Object({ emergency: EmergencyId }),
  permission: 'access.emergency.begin',
  refusals: [emergencyNotFound],
})

/** One's own emergencies. */
export const listOwnEmergencies = operation({
  name: 'access.list-own-emergencies',
  does: 'Lists the emergencies that the asking official has declared, newest first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, ...PageInput.properties }),
  output: page(Emergency),
  permission: 'access.emergency.begin',
})

/** The emergencies of an organisation. */
export const listEmergencies = operation({
  name: 'access.list-emergencies',
  does: 'Lists the emergencies that officials of an organisation have declared, newest first; all, or those that wait for a review.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    unreviewed: Type.Optional(Type.Boolean()),
    ...PageInput.properties,
  }),
  output: page(Emergency),
  permission: 'access.emergency.review',
})

/** Says whether an emergency was one. */
export const reviewEmergency = operation({
  name: 'access.review-emergency',
  does: 'Says whether access taken in an emergency was justified; never by the one who took it.',
  input: Type.Object({
    organisation: OrganisationId,
    emergency: EmergencyId,
    justified: Type.Boolean(),
    remark: Type.String({ minLength: 1, maxLength: 1000 }),
  }),
  output: Type.Object({ emergency: EmergencyId }),
  permission: 'access.emergency.review',
  refusals: [emergencyNotFound, emergencyOwn, emergencyStillRunning, emergencyReviewedAlready],
  emits: [emergencyReviewed],
})
