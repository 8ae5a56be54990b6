import { handle } from '@tereze/foundation-operations'
import { listRoles as definition } from '../contract/index.ts'
import { roleGiving } from '../ports/role-giving.ts'
import { listAppointed } from '../store/officials.ts'
import { listGrants } from '../store/role-grants.ts'

/** Lists officials with the roles that whoever asks gives. */
export const listRoles = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, now, actor, port }) {
    const gives = port(roleGiving).givenBy('roles' in actor ? actor.roles : [])
    const officials = await listAppointed(tx, organisation)
    const grants = await listGrants(tx, organisation, now)
    const names = new Map(officials.map(({ official, name }) => [official, name]))
    return {
      roles: [...gives],
      items: officials.map(({ official, name, unit, roles }) => ({
        official,
        name,
        unit,
        roles: [
          ...roles.filter(role => gives.includes(role)).map(role => ({ role, given: null, until: null })),
          ...grants
            .filter(one => one.official === official && gives.includes(one.role))
            .map(({ role, givenBy, givenAt, until }) => ({
              role,
              given: { by: names.get(givenBy) ?? null, at: givenAt },
              until,
            })),
        ],
      })),
    }
  },
})
