import {
  event,
  Instant,
  JsonObject,
  LocalDate,
  Money,
  OrganisationId,
  operation,
  PersonId,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Silence } from './silent-look.ts'

/** Id of a situation of a person. */
export const SituationId = TypedId('situation')

/** Whose turn a step is. */
export const StepState = Type.Union([
  Type.Literal('done'),
  Type.Literal('your-turn'),
  Type.Literal('moving'),
  Type.Literal('later'),
  Type.Literal('not-for-you'),
])

/** One step of the journey. */
export const JourneyStep = Type.Object({
  step: Type.String(),
  title: Text,
  /** What happened or happens next, in plain words, filled in. */
  text: Text,
  state: StepState,
  tag: Text,
  service: Type.Union([Type.String(), Type.Null()]),
  case: Type.Union([
    Type.Object({ organisation: OrganisationId, case: Type.String(), task: Type.Union([Type.String(), Type.Null()]) }),
    Type.Null(),
  ]),
  deadline: Type.Union([LocalDate, Type.Null()]),
  amount: Type.Union([Money, Type.Null()]),
  /** What the amount is for, when it comes more than once: “a month”. */
  per: Type.Optional(Text),
})
/** One step of the journey. */
export type JourneyStep = Static<typeof JourneyStep>

/** A value that the platform knows, and from where. */
export const KnownFact = Type.Object({
  label: Text,
  value: Type.Unknown(),
  as: Type.String(),
  source: Text,
  at: Type.Union([Instant, Type.Null()]),
})
/** A value that the platform knows. */
export type KnownFact = Static<typeof KnownFact>

/** A source that gave no answer, and what follows. */
export const MissingSource = Type.Object({
  source: Text,
  /** It has no answer in time, gives none at all, or one that cannot be believed. */
  fault: Type.Union([Type.Literal('late'), Type.Literal('dead'), Type.Literal('lying')]),
  text: Text,
})
/** A source that gave no answer. */
export type MissingSource = Static<typeof MissingSource>

/** A service that the person is offered. */
export const Offer = Type.Object({
  service: Type.String(),
  organisation: OrganisationId,
  title: Text,
  /** Why it is offered, in words with the person's own facts. */
  why: Text,
  amount: Type.Union([Money, Type.Null()]),
  /** What the amount is for, when it comes more than once: “a month”. */
  per: Type.Optional(Text),
  /** Working or calendar days at most. */
  term: Text,
  needsAccount: Type.Boolean(),
})
/** A service that the person is offered. */
export type Offer = Static<typeof Offer>

/** A situation of a person, short. */
export const SituationCard = Type.Object({
  situation: SituationId,
  kind: Type.String(),
  title: Text,
  openedAt: Instant,
  state: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  /** The next thing, in words. */
  next: Text,
  yourTurn: Type.Boolean(),
})
/** A situation of a person, short. */
export type SituationCard = Static<typeof SituationCard>

/** There is no such situation, or it is not yours. */
export const situationNotFound = refusal('situations.situation-not-found', 'not-found')
/** A service was chosen that is not offered (any more). */
export const offerNotFound = refusal('situations.offer-not-found', 'conflict')
/** The account is not one of yours. */
export const accountNotYours = refusal('situations.account-not-yours', 'invalid')
/** The account to pay to is missing. */
export const accountMissing = refusal('situations.account-missing', 'invalid')

/** A situation began for a person. */
export const situationOpened = event({
  type: 'situations.situation-opened',
  does: 'A life situation began for a person.',
  data: Type.Object({ situation: SituationId, kind: Type.String(), person: PersonId }),
})
/** A person confirmed offers. */
export const offersConfirmed = event({
  type: 'situations.offers-confirmed',
  does: 'A person confirmed offers; a case is opened for each.',
  data: Type.Object({
    situation: SituationId,
    service: Type.String(),
    organisation: OrganisationId,
    confirmation: Type.String(),
  }),
})
/** A service must be started without being asked for. */
export const serviceDue = event({
  type: 'situations.service-due',
  does: 'A service starts by itself in a situation.',
  data: Type.Object({ situation: SituationId, service: Type.String(), organisation: OrganisationId, person: PersonId }),
})

/** The person's situations. */
export const listOwnSituations = operation({
  name: 'situations.list-own-situations',
  does: 'Lists a person’s life situations with what is next.',
  kind: 'query',
  input: Type.Object({ person: PersonId }),
  output: Type.Object({ items: Type.Array(SituationCard) }),
  permission: 'situations.situation.read-own',
  scope: 'situations.read',
})

/** One situation with its journey. */
export const getOwnSituation = operation({
  name: 'situations.get-own-situation',
  does: 'Gives a situation: journey, offers with reasons and amounts, what is known and from where, accounts to choose.',
  kind: 'query',
  input: Type.Object({ situation: SituationId }),
  output: Type.Object({
    card: SituationCard,
    steps: Type.Array(JourneyStep),
    offers: Type.Array(Offer),
    /** Services that the person declined and may still confirm. */
    declined: Type.Optional(Type.Array(Offer)),
    known: Type.Array(KnownFact),
    /** Sources that gave no answer: what looks at them is offered when they have. */
    missing: Type.Optional(Type.Array(MissingSource)),
    /** Why the newest change of what the situation is about cannot be seen; absent where it can. */
    silence: Type.Optional(Silence),
    accounts: Type.Array(
      Type.Object({ account: Type.String(), bank: Text, masked: Type.String(), usual: Type.Boolean() }),
    ),
  }),
  permission: 'situations.situation.read-own',
  scope: 'situations.read',
  refusals: [situationNotFound],
})

/** Confirms offers in one step. */
export const confirmOffers = operation({
  name: 'situations.confirm-offers',
  does: 'Confirms offered services in one step, with the account to pay to; a case is opened for each.',
  input: Type.Object({
    situation: SituationId,
    services: Type.Array(Type.String(), { minItems: 1, maxItems: 50, uniqueItems: true }),
    account: Type.Optional(Type.String()),
    /** Values that the person corrected or added, by service. */
    answers: Type.Optional(Type.Record(Type.String(), JsonObject)),
  }),
  output: Type.Object({ confirmation: Type.String(), services: Type.Array(Type.String()) }),
  permission: 'situations.offer.confirm',
  scope: 'applications.write',
  assurance: 'substantial',
  refusals: [situationNotFound, offerNotFound, accountMissing, accountNotYours],
  emits: [offersConfirmed],
})

/** Declines an offer; it is not made again in this situation. */
export const declineOffer = operation({
  name: 'situations.decline-offer',
  does: 'Declines an offered service; undone by confirming it while the situation is open.',
  input: Type.Object({ situation: SituationId, service: Type.String() }),
  output: Type.Object({ service: Type.String() }),
  permission: 'situations.offer.confirm',
  scope: 'applications.write',
  refusals: [situationNotFound, offerNotFound],
})
