import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { declineOffer, offerNotFound, situationNotFound } from '../contract/situation.ts'
import { findOffer, settleOffer } from '../store/offers.ts'
import { findOfPerson } from '../store/situations.ts'
import { owner, personActing } from '../views/acting.ts'

/** Declines an offered service. */
export const declineOfferHandler = handle(declineOffer, {
  tenant: () => owner,
  async run(input, context) {
    const person = personActing(context)
    const row = person === null ? null : await findOfPerson(context.tx, owner, input.situation, person)
    if (row === null || !row.primary || person === null) return refuse(situationNotFound, { pointer: '/situation' })
    const offer = await findOffer(context.tx, owner, row.id, input.service)
    const declined =
      offer !== null && (await settleOffer(context.tx, row.id, input.service, 'declined', offer.data, context.now))
    if (!declined) return refuse(offerNotFound, { pointer: '/service', params: { service: input.service } })
    context.concerns([person])
    return { service: input.service }
  },
})
