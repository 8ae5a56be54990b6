import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  accountMissing,
  accountNotYours,
  confirmOffers,
  offerNotFound,
  offersConfirmed,
  situationNotFound,
} from '../contract/situation.ts'
import { listOffers, settleOffer } from '../store/offers.ts'
import { findOfPerson } from '../store/situations.ts'
import { owner, personActing } from '../views/acting.ts'
import { sightOf, viewAccounts } from '../views/view-situation.ts'

/** Confirms offered services in one step. */
export const confirmOffersHandler = handle(confirmOffers, {
  tenant: () => owner,
  async run(input, context) {
    const person = personActing(context)
    const row = person === null ? null : await findOfPerson(context.tx, owner, input.situation, person)
    if (row === null || !row.primary) return refuse(situationNotFound, { pointer: '/situation' })
    const offers = await listOffers(context.tx, owner, row.id)
    const chosen = input.services.map(service => offers.find(offer => offer.service === service))
    const missing = chosen.findIndex(
      offer => row.closedAt !== null || offer === undefined || !['offered', 'declined'].includes(offer.state),
    )
    if (missing >= 0)
      return refuse(offerNotFound, {
        pointer: `/services/${missing}`,
        params: { service: input.services[missing] ?? '' },
      })
    const wantAccount = chosen.some(offer => offer !== undefined && 'account' in offer.data)
    const accounts = viewAccounts(sightOf(context, row, [], offers))
    if (input.account !== undefined && !accounts.some(({ account }) => account === input.account))
      return refuse(accountNotYours, { pointer: '/account' })
    if (wantAccount && input.account === undefined && accounts.length > 1)
      return refuse(accountMissing, { pointer: '/account' })
    const confirmation = context.ids.newId('confirmation')
    if (person !== null) context.concerns([person])
    for (const offer of chosen) {
      if (offer === undefined) continue
      const account = input.account ?? accounts[0]?.account
      const data = {
        ...offer.data,
        ...('account' in offer.data && account !== undefined ? { account } : {}),
        ...(input.answers?.[offer.service] ?? {}),
      }
      if (!(await settleOffer(context.tx, row.id, offer.service, 'confirmed', data, context.now))) {
        return refuse(offerNotFound, { pointer: '/services', params: { service: offer.service } })
      }
      await context.emit(offersConfirmed, {
        subject: row.id,
        data: { situation: row.id, service: offer.service, organisation: offer.organisation, confirmation },
      })
    }
    return { confirmation, services: input.services }
  },
})
