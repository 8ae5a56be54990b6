import { FirmId, LocalDate, operation, PersonId, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { ProfileFact } from './profile.ts'

/** A firm that a person may act for. */
export const OwnFirm = Type.Object({
  firm: FirmId,
  name: Text,
  /** In which capacity, in words. */
  capacity: Text,
  since: LocalDate,
})
/** A firm that a person may act for. */
export type OwnFirm = Static<typeof OwnFirm>

/** There is no such firm, or the person may not act for it today. */
export const firmNotFound = refusal('profile.firm-not-found', 'not-found')

/** Firms that a person may act for. */
export const listOwnFirms = operation({
  name: 'profile.list-own-firms',
  does: 'Lists the organisations that a person may act for today by the registers, and in which capacity.',
  kind: 'query',
  input: Type.Object({ person: PersonId }),
  output: Type.Object({ items: Type.Array(OwnFirm) }),
  permission: 'profile.profile.read-own',
  scope: 'profile.read',
})

/** Everything the registers know about a firm, for who may act for it. */
export const getFirmProfile = operation({
  name: 'profile.get-firm-profile',
  does: 'Gives all facts the registers hold about an organisation to a person who may act for it today, each with source and time.',
  kind: 'query',
  input: Type.Object({ person: PersonId, firm: FirmId }),
  output: Type.Object({
    firm: OwnFirm,
    groups: Type.Array(Type.Object({ group: Type.String(), title: Text, facts: Type.Array(ProfileFact) })),
  }),
  permission: 'profile.profile.read-own',
  scope: 'profile.read',
  refusals: [firmNotFound],
})
