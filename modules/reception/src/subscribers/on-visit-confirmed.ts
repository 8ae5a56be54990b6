import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { notifyPerson } from '@tereze/notifications/contract'
import { isRefused } from '@tereze/operation'
import { visitConfirmed } from '../contract/visit.ts'

/** An operator may act for a person: they are told, so that nobody is visited in whose name somebody else came. */
export const onVisitConfirmed = subscriber({
  name: 'reception.on-visit-confirmed',
  on: [visitConfirmed],
  tenant: ({ tenant }) => tenant,
  async react({ tenant, time, data }, context) {
    const [pack] = context.port(packages).list('access')
    if (pack === undefined) throw new Error('no notice is published')
    const told = await context.call(notifyPerson, {
      organisation: tenant,
      person: data.person,
      case: null,
      package: pack.id,
      version: pack.version,
      notice: 'visit-confirmed',
      params: {},
      data: { organisation: tenant, at: time },
      key: `visit/${data.visit}`,
    })
    if (isRefused(told)) throw new Error(`a visitor could not be told of a visit: ${told.code}`)
  },
})
