import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { grantRole as definition, officialNotFound, roleGranted } from '../contract/index.ts'
import { roleGiving } from '../ports/role-giving.ts'
import { rolesApart } from '../ports/roles-apart.ts'
import { whyNotGrant } from '../rules/decide-role.ts'
import { holdAppointed } from '../store/officials.ts'
import { insertGrant, listGrants } from '../store/role-grants.ts'

/** Gives an official a role. */
export const grantRole = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, official, role, until: term }, { tx, ids, now, actor, port, emit }) {
    const appointed = await holdAppointed(tx, official)
    if (appointed === null) return refuse(officialNotFound, { pointer: '/official' })
    const granted = (await listGrants(tx, organisation, now)).filter(one => one.official === official)
    const gives = port(roleGiving).givenBy('roles' in actor ? actor.roles : [])
    const until = term === null ? null : new Date(term)
    const held = [...appointed.roles, ...granted.map(one => one.role)]
    const wish = { giver: actor.id, gives, official, role }
    const why = whyNotGrant(wish, held, until, now, roles => port(rolesApart).findClash(roles))
    if (why !== null) return why
    await insertGrant(tx, { id: ids.newId('grant'), official, role, until, by: actor.id, now })
    await emit(roleGranted, { subject: official, data: { official, role } })
    return { official, role }
  },
})
