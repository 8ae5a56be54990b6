import { consentChanged } from '@tereze/exchange/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { notifyPerson } from '../contract/index.ts'
import { findNotice } from '../notices/find-notice.ts'

/** A person is asked for consent, or it is over: they are told by the notice of the contract, where it has one for this. */
export const onConsentChanged = subscriber({
  name: 'notifications.on-consent-changed',
  on: [consentChanged],
  tenant({ tenant, data: { contract, state } }, ports) {
    const [id = '', version = ''] = contract.split('@')
    const given = { package: id, version, notice: `consent-${state}` }
    return findNotice({ port: port => ports.get(port) }, given) === null ? null : tenant
  },
  async react({ tenant, data }, context) {
    const { message, contract, consumer, purpose, person, state, term } = data
    const [id = '', version = ''] = contract.split('@')
    const told = await context.call(notifyPerson, {
      organisation: tenant,
      package: id,
      version,
      notice: `consent-${state}`,
      person,
      case: null,
      params: {},
      data: { consumer, purpose: `message:classifier.purposes.${purpose}`, service: 'message:title', until: term },
      key: `consent/${message}/${state}`,
    })
    if (isRefused(told)) throw new Error(`a person could not be told of a consent: ${told.code}`)
  },
})
