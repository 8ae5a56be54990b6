import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { addresses } from '../addresses.ts'
import { documentUnfit, makeOffer } from '../contract/index.ts'
import { hashOf, newSecretText } from '../hash.ts'
import { place } from '../ports/place.ts'
import { readResult } from '../read-result.ts'
import { insertOffer } from '../store/offers.ts'

/** For how long an offer may be taken, milliseconds. */
const offerLife = 600_000

/** Offers a result to a wallet. */
export const makeOfferHandler = handle(makeOffer, {
  tenant: input => input.organisation,
  async run({ organisation, document, person }, context) {
    const { tx, now, ids, actor } = context
    context.concerns([person])
    const result = await readResult({ person, document }, context)
    if (isRefused(result)) return result
    if (result.organisation !== organisation) return refuse(documentUnfit, { pointer: '/organisation' })
    const code = newSecretText()
    const number = ids.randomText(6, '0123456789')
    const expiresAt = new Date(now.getTime() + offerLife)
    await insertOffer(tx, {
      code: hashOf(code),
      type: result.type.id,
      document,
      person,
      assurance: 'assurance' in actor ? actor.assurance : 'low',
      number: hashOf(`${code} ${number}`),
      now,
      expiresAt,
    })
    const at = addresses.offer(context.port(place).origin, organisation, code)
    return {
      link: `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(at)}`,
      number,
      title: result.type.title,
      expiresAt: expiresAt.toISOString(),
    }
  },
})
