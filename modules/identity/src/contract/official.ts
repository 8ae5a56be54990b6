import { event, OrganisationId, operation, PersonName, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of an official: one for each organisation that somebody works for. */
export const OfficialId = TypedId('official')

/** Somebody who works for an organisation, with roles there. */
export const Official = Type.Object({
  official: OfficialId,
  organisation: OrganisationId,
  unit: Type.Union([Type.String(), Type.Null()]),
  /** Code of the territory to which the office is limited, with all that lies in it; absent or null: none. */
  territory: Type.Optional(Type.Union([Type.String({ pattern: '^[0-9]{2,9}$' }), Type.Null()])),
  name: PersonName,
  roles: Type.Array(Type.String(), { minItems: 1 }),
})
/** Somebody who works for an organisation. */
export type Official = Static<typeof Official>

/** The official already works there. */
export const officialExists = refusal('identity.official-exists', 'conflict')
/** Two of the roles are kept apart: nobody has them together. */
export const officialRolesApart = refusal('identity.official-roles-apart', 'conflict')
/** An official was appointed. */
export const officialAppointed = event({
  type: 'identity.official-appointed',
  does: 'An official was appointed in an organisation.',
  data: Type.Object({ official: OfficialId }),
})

/** Appoints an official. */
export const appointOfficial = operation({
  name: 'identity.appoint-official',
  does: 'Appoints an official in an organisation with roles.',
  input: Official,
  output: Type.Object({ official: OfficialId }),
  permission: 'identity.official.appoint',
  refusals: [officialExists, officialRolesApart],
  emits: [officialAppointed],
})

/** Officials of an organisation. */
export const listOfficials = operation({
  name: 'identity.list-officials',
  does: 'Lists the officials of an organisation, or some of them by id.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    officials: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 500 })),
  }),
  output: Type.Object({ items: Type.Array(Official) }),
  permission: 'identity.official.read',
})
