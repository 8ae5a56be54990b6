import { packages } from '@tereze/catalogue/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { accessNotFound, accessRevoked, accessRevokedBefore, revokeAccess } from '../contract/access.ts'
import { declaredGrantId } from '../rules/decide-access.ts'
import { listServices, serviceOf } from '../rules/service-version.ts'
import { findGrant, insertRevocation } from '../store/grants.ts'

/** The service and member of an access, whoever gave it. */
async function find(context: Context, organisation: string, access: string) {
  const given = await findGrant(context.tx, organisation, access)
  if (given !== null) return given
  for (const { pack, contract } of listServices(context.port(packages))) {
    if (contract.provider !== organisation) continue
    const service = serviceOf(pack)
    const declared = contract.access.find(grant => declaredGrantId(service, grant) === access)
    if (declared !== undefined) return { contract: service, consumer: declared.consumer }
  }
  return null
}

/** Takes an access back, that of a contract as well as that of an official. */
export const revokeAccessHandler = handle(revokeAccess, {
  tenant: input => input.organisation,
  async run({ organisation, access, reason }, context) {
    const found = await find(context, organisation, access)
    if (found === null) return refuse(accessNotFound, { pointer: '/access' })
    const { contract, consumer } = found
    const revocation = { grant: access, contract, consumer, reason, now: context.now, by: context.actor.id }
    if (!(await insertRevocation(context.tx, revocation))) return refuse(accessRevokedBefore, { pointer: '/access' })
    context.concerns([], [`contract:${contract}`, `consumer:${consumer}`])
    await context.emit(accessRevoked, { subject: access, data: { access, contract, consumer } })
    return { access }
  },
})
