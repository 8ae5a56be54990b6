import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { withdrawRole as definition, officialNotFound, roleWithdrawn } from '../contract/index.ts'
import { roleGiving } from '../ports/role-giving.ts'
import { decideWithdrawal } from '../rules/decide-role.ts'
import { holdAppointed, updateRoles } from '../store/officials.ts'
import { endGrant, listGrants } from '../store/role-grants.ts'

/** Takes a role from an official. */
export const withdrawRole = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, official, role }, { tx, now, actor, port, emit }) {
    const appointed = await holdAppointed(tx, official)
    if (appointed === null) return refuse(officialNotFound, { pointer: '/official' })
    const granted = (await listGrants(tx, organisation, now)).filter(one => one.official === official)
    const gives = port(roleGiving).givenBy('roles' in actor ? actor.roles : [])
    const wish = { giver: actor.id, gives, official, role }
    const decided = decideWithdrawal(
      wish,
      appointed.roles,
      granted.map(one => one.role),
    )
    if (isRefused(decided)) return decided
    const grant = granted.find(one => one.role === role)
    if (grant !== undefined) await endGrant(tx, grant.id, actor.id, now)
    else
      await updateRoles(
        tx,
        official,
        appointed.roles.filter(one => one !== role),
      )
    await emit(roleWithdrawn, { subject: official, data: { official, role } })
    return { official, role }
  },
})
