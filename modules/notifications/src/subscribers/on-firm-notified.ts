import { listRepresentatives, representation } from '@tereze/access/contract'
import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { firmNotified, listOwnMessages, notifyPerson } from '../contract/index.ts'

/** What lets somebody read a message to a firm: of a case that they may see the case, else that its messages are theirs to read. */
const permissionFor = (about: string | null) => (about === null ? listOwnMessages.permission : 'cases.case.read-own')

/**
 * A message to a firm was written: each person who may read it for the firm today is told that there is one, and whose. What it says
 * stays in the firm's cabinet, so that who may act for it no more has nothing of it.
 */
export const onFirmNotified = subscriber({
  name: 'notifications.on-firm-notified',
  on: [firmNotified],
  tenant: ({ tenant }) => tenant,
  async react({ tenant, data: { message, firm, case: id } }, context) {
    const [pack] = context.port(packages).list('access')
    if (pack === undefined) throw new Error('no access package is published')
    const about = id === null ? {} : { about: { organisation: tenant, case: id } }
    const readers = await context.call(listRepresentatives, { principal: firm, to: permissionFor(id), ...about })
    if (isRefused(readers)) throw new Error(`who reads for a firm: ${readers.code}`)
    const name = await context.port(representation).titleOf(firm)
    for (const person of readers.items) {
      const told = await context.call(notifyPerson, {
        organisation: tenant,
        person,
        case: null,
        package: pack.id,
        version: pack.version,
        notice: 'firm-written-to',
        params: {},
        data: { firm: name, organisation: tenant },
        key: `firm/${message}/${person}`,
      })
      if (isRefused(told)) throw new Error(`a person could not be told of a firm's message: ${told.code}`)
    }
  },
})
