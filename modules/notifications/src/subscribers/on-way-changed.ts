import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { wayChanged } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'
import { notifyPerson } from '../contract/index.ts'

/**
 * How a person signs in changed, or their account was given back: they are told by the notice of the published access package, with the
 * way out. Officials, who have no cabinet, see it beside their ways to sign in.
 */
export const onWayChanged = subscriber({
  name: 'notifications.on-way-changed',
  on: [wayChanged],
  tenant: ({ tenant, data }) => (data.account.startsWith('person_') ? tenant : null),
  async react({ tenant, time, data: { change, account, way, deed } }, context) {
    const [pack] = context.port(packages).list('access')
    if (pack === undefined) throw new Error('no access package is published')
    const told = await context.call(notifyPerson, {
      organisation: tenant,
      person: account,
      case: null,
      package: pack.id,
      version: pack.version,
      notice: 'way-changed',
      params: {},
      data: { way, deed, at: time },
      key: `way/${change}`,
    })
    if (isRefused(told)) throw new Error(`a person could not be told how they sign in now: ${told.code}`)
  },
})
