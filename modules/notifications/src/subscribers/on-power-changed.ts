import { powerChanged } from '@tereze/access/contract'
import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { notifyPerson } from '../contract/index.ts'
import { whoHearsOfPower } from '../rules/who-hears-of-power.ts'

/** A power was offered, answered or ended: the other side is told by the notice of the published access package. */
export const onPowerChanged = subscriber({
  name: 'notifications.on-power-changed',
  on: [powerChanged],
  tenant: ({ tenant }) => tenant,
  async react({ id, tenant, time, data }, context) {
    const [pack] = context.port(packages).list('access')
    if (pack === undefined) throw new Error('no access package is published')
    const told = await context.call(notifyPerson, {
      organisation: tenant,
      person: whoHearsOfPower(data),
      case: null,
      package: pack.id,
      version: pack.version,
      notice: 'power-changed',
      params: {},
      data: { change: data.change, at: time },
      key: `power/${id}`,
    })
    if (isRefused(told)) throw new Error(`a person could not be told of a power: ${told.code}`)
  },
})
