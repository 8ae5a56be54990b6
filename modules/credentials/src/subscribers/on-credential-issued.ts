import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { notifyPerson } from '@tereze/notifications/contract'
import { isRefused } from '@tereze/operation'
import { credentialIssued } from '../contract/index.ts'

/** A wallet took a result: its person is told, once for all copies of one request, so that a stranger's wallet does not stay unnoticed. */
export const onCredentialIssued = subscriber({
  name: 'credentials.on-credential-issued',
  on: [credentialIssued],
  tenant: ({ tenant }) => tenant,
  async react({ tenant, time, correlation, onBehalfOf }, context) {
    const [pack] = context.port(packages).list('access')
    if (pack === undefined || onBehalfOf === null) throw new Error('no notice is published, or nobody is to be told')
    const told = await context.call(notifyPerson, {
      organisation: tenant,
      person: onBehalfOf,
      case: null,
      package: pack.id,
      version: pack.version,
      notice: 'credential-given',
      params: {},
      data: { organisation: tenant, at: time },
      key: `credential/${correlation}`,
    })
    if (isRefused(told)) throw new Error(`a person could not be told of a credential: ${told.code}`)
  },
})
