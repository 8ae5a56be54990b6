import {
  Instant,
  OrganisationId,
  openScope,
  operation,
  PersonId,
  protocol,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a type of credential, as the issuer's metadata names it. */
export const CredentialTypeId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$', description: 'Type of credential' })

/** The result is not valid any more, is not the person’s, or is never given as a credential. */
export const documentUnfit = refusal('credentials.document-unfit', 'not-found')
/** No such offer, or it is over: ten minutes have passed, it was taken, or its number was guessed at. */
export const offerEnded = refusal('credentials.offer-ended', 'gone')

/** Offers a result of the person’s own to a wallet. */
export const makeOffer = operation({
  name: 'credentials.make-offer',
  does: 'Offers a result to the person’s wallet, with a link and a number that the person types there.',
  input: Type.Object({ organisation: OrganisationId, document: TypedId('document'), person: PersonId }),
  output: Type.Object({
    /** `openid-credential-offer://…` (OpenID4VCI 1.0, 4.1), for a QR code or a tap. */
    link: Type.String(),
    /** The transaction code: six digits. */
    number: Type.String(),
    title: Text,
    expiresAt: Instant,
  }),
  permission: 'credentials.offer.make',
  scope: 'credentials',
  assurance: 'substantial',
  refusals: [documentUnfit],
})

/** What an offer is about, by the code in its link. */
export const OfferedResult = Type.Object({
  organisation: OrganisationId,
  type: CredentialTypeId,
})
/** What an offer is about. */
export type OfferedResult = Static<typeof OfferedResult>

const OfferCode = Type.String({ minLength: 1, maxLength: 200 })

/** Finds an offer that may still be taken. */
export const findOffer = operation({
  name: 'credentials.find-offer',
  does: 'Tells what a wallet is offered by the code of a link.',
  kind: 'query',
  input: Type.Object({ code: OfferCode }),
  output: OfferedResult,
  permission: 'credentials.issuer.read',
  scope: openScope,
  refusals: [offerEnded],
})

/** Takes an offer: the platform's own, when the token endpoint is asked with its code. */
export const takeOffer = operation({
  name: 'credentials.take-offer',
  does: 'Takes an offer by its code and number; five wrong numbers end it.',
  input: Type.Object({ organisation: OrganisationId, code: OfferCode, number: Type.String({ maxLength: 20 }) }),
  output: Type.Union([
    Type.Object({
      taken: Type.Literal(true),
      person: PersonId,
      document: TypedId('document'),
      type: CredentialTypeId,
      assurance: Type.String(),
    }),
    Type.Object({ taken: Type.Literal(false) }),
  ]),
  permission: 'credentials.offer.take',
})

/** The offer itself, for a wallet that scanned its link. */
export const showOffer = protocol({
  name: 'credentials.show-offer',
  does: 'Gives a credential offer to the wallet that has its link (OpenID4VCI 1.0, 4.1.3).',
  method: 'GET',
  path: '/credentials/:organisation/offers/:code',
  permission: 'credentials.issuer.read',
  scope: openScope,
  refusals: [offerEnded],
})
