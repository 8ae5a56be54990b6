import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { addresses } from '../addresses.ts'
import { findOffer, offerEnded, showOffer } from '../contract/index.ts'
import { preAuthorizedGrant } from '../rules/pre-authorized-grant.ts'
import { replyJson } from './reply-json.ts'

/** The offer that a link leads to. */
export const showOfferHandler = respond(showOffer, async ({ params }, context) => {
  const { organisation = '', code = '' } = params
  const found = await context.call(findOffer, { code })
  if (isRefused(found)) return found
  if (found.organisation !== organisation) return refuse(offerEnded)
  return replyJson(200, {
    credential_issuer: addresses.issuer(context.origin, organisation),
    credential_configuration_ids: [found.type],
    grants: {
      [preAuthorizedGrant]: {
        'pre-authorized_code': code,
        tx_code: { input_mode: 'numeric', length: 6 },
      },
      authorization_code: {},
    },
  })
})
