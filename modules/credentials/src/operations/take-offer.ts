import { timingSafeEqual } from 'node:crypto'
import { handle } from '@tereze/foundation-operations'
import { takeOffer } from '../contract/index.ts'
import { hashOf } from '../hash.ts'
import { mostTries } from '../rules/most-tries.ts'
import { findOpenOffer, updateTaken, updateTries } from '../store/offers.ts'

/** Takes an offer. A wrong number is an answer and no refusal: the try has to be counted. */
export const takeOfferHandler = handle(takeOffer, {
  tenant: input => input.organisation,
  async run({ code, number }, context) {
    const { tx, now } = context
    const hash = hashOf(code)
    const offer = await findOpenOffer(tx, hash, now, mostTries)
    if (offer === null || offer.tenant !== tx.tenant) return { taken: false as const }
    if (!(await updateTries(tx, hash, now, mostTries))) return { taken: false as const }
    context.concerns([offer.person])
    if (!timingSafeEqual(hashOf(`${code} ${number}`), offer.number)) return { taken: false as const }
    await updateTaken(tx, hash, now)
    const { person, document, type, assurance } = offer
    return { taken: true as const, person, document, type, assurance }
  },
})
