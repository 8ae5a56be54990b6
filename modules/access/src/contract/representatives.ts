import { OrganisationId, operation, PersonId } from '@tereze/operation'
import { Type } from 'typebox'
import { PrincipalId } from './tie.ts'

/** Who may do something for a principal. */
export const listRepresentatives = operation({
  name: 'access.list-representatives',
  does: 'Lists the persons who may do something for a person or an organisation today, by registers or by powers; where it is about a case, only those whose powers cover its service.',
  kind: 'query',
  input: Type.Object({
    principal: PrincipalId,
    /** The permission of what is to be done. */
    to: Type.String({ maxLength: 100 }),
    about: Type.Optional(Type.Object({ organisation: OrganisationId, case: Type.String({ maxLength: 100 }) })),
  }),
  output: Type.Object({ items: Type.Array(PersonId) }),
  permission: 'access.representative.read',
})
