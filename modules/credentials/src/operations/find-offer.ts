import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { findOffer, offerEnded } from '../contract/index.ts'
import { hashOf } from '../hash.ts'
import { mostTries } from '../rules/most-tries.ts'
import { findOpenOffer } from '../store/offers.ts'

/** Finds an offer that may still be taken. */
export const findOfferHandler = handle(findOffer, {
  tenant: () => 'platform',
  async run({ code }, { tx, now }) {
    const offer = await findOpenOffer(tx, hashOf(code), now, mostTries)
    return offer === null ? refuse(offerEnded, { pointer: '/code' }) : { organisation: offer.tenant, type: offer.type }
  },
})
