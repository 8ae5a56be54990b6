import { findOrganisation, getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle, localDate } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { accessGranted, accessTermWrong, grantAccess, memberNotFound } from '../contract/access.ts'
import { contractNotFound } from '../contract/message.ts'
import { findService } from '../rules/service-version.ts'
import { insertGrant } from '../store/grants.ts'

/** Gives a member access to a service of the organisation. */
export const grantAccessHandler = handle(grantAccess, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { organisation, contract, consumer, systems, purpose, ground, from, until } = input
    const all = context.port(packages)
    const service = findService(all, contract)
    if (service === null || service.contract.provider !== organisation)
      return refuse(contractNotFound, { pointer: '/contract', params: { contract } })
    const member = findOrganisation(all, consumer)?.member ?? null
    if (member === null) return refuse(memberNotFound, { pointer: '/consumer', params: { member: consumer } })
    const known = new Set(member.systems.map(({ id }) => id))
    for (const [place, system] of (systems ?? []).entries()) {
      if (!known.has(system))
        return refuse(memberNotFound, { pointer: `/systems/${place}`, params: { member: system } })
    }
    const today = localDate(context.now, getOrganisation(all, organisation).zone)
    if (until < today || (from !== undefined && until < from)) return refuse(accessTermWrong, { pointer: '/until' })
    const access = context.ids.newId('access')
    insertGrant(context.tx, {
      id: access,
      contract,
      consumer,
      systems: systems ?? null,
      purpose,
      ground,
      begins: from ?? null,
      ends: until,
      now: context.now,
      givenBy: context.actor.id,
    })
    context.concerns([], [`contract:${contract}`, `consumer:${consumer}`, `purpose:${purpose}`, `ground:${ground}`])
    await context.emit(accessGranted, { subject: access, data: { access, contract, consumer }, ground })
    return { access }
  },
})
