import { event, Instant, OrganisationId, operation, PersonName, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { OfficialId, officialRolesApart } from './official.ts'

const Role = Type.String({ pattern: '^[a-z][a-z0-9-]{0,79}$' })

/** Nobody with this id works in the organisation. */
export const officialNotFound = refusal('identity.official-not-found', 'not-found')
/** Whoever asks gives no such role: `role`. */
export const roleNotGiven = refusal('identity.role-not-given', 'invalid')
/** Nobody gives a role to themselves. */
export const roleOwn = refusal('identity.role-own', 'forbidden')
/** The official has the role. */
export const roleHeld = refusal('identity.role-held', 'conflict')
/** The official does not have the role. */
export const roleNotHeld = refusal('identity.role-not-held', 'not-found')
/** It is the only role of the appointment. */
export const roleLast = refusal('identity.role-last', 'conflict')
/** The term is over before it begins. */
export const termPast = refusal('identity.term-past', 'invalid')

/** A role was given to an official. Thin. */
export const roleGranted = event({
  type: 'identity.role-granted',
  does: 'A role was given to an official.',
  data: Type.Object({ official: OfficialId, role: Role }),
})
/** A role was taken from an official. Thin. */
export const roleWithdrawn = event({
  type: 'identity.role-withdrawn',
  does: 'A role was taken from an official.',
  data: Type.Object({ official: OfficialId, role: Role }),
})

/** A role that an official has. */
export const HeldRole = Type.Object({
  role: Role,
  /** By whom and when it was given; null: with the appointment. */
  given: Type.Union([Type.Object({ by: Type.Union([PersonName, Type.Null()]), at: Instant }), Type.Null()]),
  until: Type.Union([Instant, Type.Null()]),
})
/** A role that an official has. */
export type HeldRole = Static<typeof HeldRole>

/** An official with the roles that somebody gives. */
export const RoleHolder = Type.Object({
  official: OfficialId,
  name: PersonName,
  unit: Type.Union([Type.String(), Type.Null()]),
  roles: Type.Array(HeldRole),
})
/** An official with the roles that somebody gives. */
export type RoleHolder = Static<typeof RoleHolder>

/** Officials with the roles that whoever asks gives. */
export const listRoles = operation({
  name: 'identity.list-roles',
  does: 'Lists the officials of an organisation with those of their roles that whoever asks gives and takes.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(RoleHolder), roles: Type.Array(Role) }),
  permission: 'identity.role.read',
})

/** Gives a role. */
export const grantRole = operation({
  name: 'identity.grant-role',
  does: 'Gives an official a role, for a term or until it is taken away; it counts from the next thing they do. Never to oneself.',
  input: Type.Object({
    organisation: OrganisationId,
    official: OfficialId,
    role: Role,
    /** When it ends by itself; null: not at all. */
    until: Type.Union([Instant, Type.Null()]),
  }),
  output: Type.Object({ official: OfficialId, role: Role }),
  permission: 'identity.role.grant',
  refusals: [officialNotFound, roleNotGiven, roleOwn, roleHeld, officialRolesApart, termPast],
  emits: [roleGranted],
})

/** Takes a role away. */
export const withdrawRole = operation({
  name: 'identity.withdraw-role',
  does: 'Takes a role from an official, one of their appointment too while another one stays; it counts from the next thing they do.',
  input: Type.Object({ organisation: OrganisationId, official: OfficialId, role: Role }),
  output: Type.Object({ official: OfficialId, role: Role }),
  permission: 'identity.role.grant',
  refusals: [officialNotFound, roleNotGiven, roleNotHeld, roleLast],
  emits: [roleWithdrawn],
})
