import { AccessFilter } from '@tereze/audit/contract'
import {
  Instant,
  LocalDate,
  OrganisationId,
  operation,
  PageInput,
  PartyId,
  PersonId,
  page,
  Text,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { FactPart, FactPlace, FactReport, factNotFound } from './report.ts'

/** A fact about a person with its source and time. */
export const ProfileFact = Type.Object({
  group: Type.String(),
  label: Text,
  value: Type.Unknown(),
  as: Type.String(),
  organisation: OrganisationId,
  source: Text,
  at: Instant,
  /** Since when the fact holds by law: the birth, the marriage, the opening of the account. */
  validFrom: Type.Optional(LocalDate),
  register: Type.String(),
  record: Type.String(),
  pointer: Type.String(),
  /** Whether an error in it can be reported to the keeper of the register. */
  reportable: Type.Boolean(),
  /** Whether the register tells whoever asks that the record changed. */
  watchable: Type.Boolean(),
  /** What the person reported of it: while it is looked into, and a month after. */
  report: Type.Optional(FactReport),
})
/** A fact about a person. */
export type ProfileFact = Static<typeof ProfileFact>

/** Everything the registers know about a person. */
export const getOwnProfile = operation({
  name: 'profile.get-own-profile',
  does: 'Gives all facts the registers hold about a person, each with source and time.',
  kind: 'query',
  input: Type.Object({ person: PersonId }),
  output: Type.Object({
    groups: Type.Array(Type.Object({ group: Type.String(), title: Text, facts: Type.Array(ProfileFact) })),
  }),
  permission: 'profile.profile.read-own',
  scope: 'profile.read',
})

/** One fact, and what of it can be written down. */
export const getOwnFact = operation({
  name: 'profile.get-own-fact',
  does: 'Gives one fact about a person, with the values in it that the person can say are wrong.',
  kind: 'query',
  input: Type.Object({ person: PersonId, ...FactPlace }),
  output: Type.Object({
    fact: ProfileFact,
    /** The register in words. */
    title: Text,
    parts: Type.Array(FactPart),
  }),
  permission: 'profile.profile.read-own',
  scope: 'profile.read',
  refusals: [factNotFound],
})

/** One look at a person's data in plain words. */
export const Look = Type.Object({
  time: Instant,
  who: Text,
  organisation: OrganisationId,
  organisationName: Text,
  what: Text,
  why: Text,
  ground: Type.Union([Type.String(), Type.Null()]),
  by: Type.String(),
  refused: Type.Boolean(),
  /** The ground in words, where it is known: act of law and clause. */
  groundText: Type.Optional(Text),
  /** What was looked at, in words: contracts and registers. */
  facts: Type.Optional(Type.Array(Text)),
  /** The case for which an organisation asked. */
  case: Type.Optional(Type.String()),
  /** What the person said when asked for consent, in words; absent where nobody asked. */
  consent: Type.Optional(Text),
  /** Whether it was the person's own session. */
  self: Type.Optional(Type.Boolean()),
  /** The line of the audit log and the organisation whose log it is: what its proof is asked by. */
  proof: Type.Optional(Type.Object({ organisation: OrganisationId, line: Type.String() })),
})
/** One look at a person's data in plain words. */
export type Look = Static<typeof Look>

const Choices = Type.Array(Type.Object({ value: Type.String(), text: Text }))

/** Who looked at my data, and why. */
export const listOwnLooks = operation({
  name: 'profile.list-own-looks',
  does: 'Lists in plain words who looked at the data of a person or a firm, why and on which ground, newest first.',
  kind: 'query',
  input: Type.Object({
    person: PartyId,
    /** Also what the platform read for the person's own session; left out when not said. */
    includeOwn: Type.Optional(Type.Boolean()),
    ...AccessFilter,
    ...PageInput.properties,
  }),
  output: Type.Object({
    ...page(Look).properties,
    /** What the list can be narrowed by, in words. */
    choices: Type.Optional(Type.Object({ who: Choices, purpose: Choices, ground: Choices, fact: Choices })),
  }),
  permission: 'profile.profile.read-own',
  scope: 'access.read',
})
