import { emergencyNamed } from '@tereze/access/contract'
import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { notifyPerson } from '../contract/index.ts'

/** An official took access in an emergency for a person: the person is told by the notice of the published access package. */
export const onEmergencyNamed = subscriber({
  name: 'notifications.on-emergency-named',
  on: [emergencyNamed],
  tenant: ({ tenant }) => tenant,
  async react({ tenant, time, data: { emergency, person } }, context) {
    const [pack] = context.port(packages).list('access')
    if (pack === undefined) throw new Error('no access package is published')
    const told = await context.call(notifyPerson, {
      organisation: tenant,
      person,
      case: null,
      package: pack.id,
      version: pack.version,
      notice: 'emergency-named',
      params: {},
      data: { at: time },
      key: `emergency/${emergency}`,
    })
    if (isRefused(told)) throw new Error(`a person could not be told of an emergency: ${told.code}`)
  },
})
