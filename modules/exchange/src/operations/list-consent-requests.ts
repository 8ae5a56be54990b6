import { handle } from '@tereze/foundation-operations'
import { listConsentRequests } from '../contract/consent.ts'
import { operator } from '../rules/certificate.ts'
import { ownConsents } from '../serving/require-consent.ts'
import { listAskedOf } from '../store/consents.ts'

/** What a person is asked to consent to on the portal. */
export const listConsentRequestsHandler = handle(listConsentRequests, {
  tenant: () => operator,
  async run({ person }, { tx, now, actor, concerns }) {
    if (actor.id !== person) concerns([person])
    return { items: await listAskedOf(tx, person, ownConsents, now) }
  },
})
