import { event, Instant, OrganisationId, operation, PageInput, PersonId, page, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { ServiceVersion } from './service-version.ts'

/** The person is asked for consent, and has not answered; the same message again, or the queue, goes on when there is an answer. */
export const consentAwaited = refusal('exchange.consent-awaited', 'unavailable')
/** The person refused. */
export const consentRefused = refusal('exchange.consent-refused', 'forbidden')
/** The person did not answer within the term of the contract. */
export const consentTimedOut = refusal('exchange.consent-timed-out', 'forbidden')
/** The contract needs a person's consent, and the message names nobody who can be asked. */
export const consentNotPossible = refusal('exchange.consent-not-possible', 'invalid')

const State = Type.Enum(['asked', 'granted', 'refused', 'timed-out'])

/** A person is asked for consent, or the asking is over. */
export const consentChanged = event({
  type: 'exchange.consent-changed',
  does: 'A person is asked for consent to a message, or gave it, refused it, or did not answer in time.',
  data: Type.Object({
    message: Type.String({ format: 'uuid' }),
    contract: ServiceVersion,
    consumer: OrganisationId,
    purpose: Type.String(),
    person: PersonId,
    state: State,
    /** Until when the answer is waited for. */
    term: Instant,
  }),
})

/** What a person is asked to consent to on the portal. */
export const ConsentRequest = Type.Object({
  contract: ServiceVersion,
  recipient: OrganisationId,
  purpose: Type.String(),
  asked: Instant,
  term: Instant,
})
/** What a person is asked to consent to on the portal. */
export type ConsentRequest = Static<typeof ConsentRequest>

/** What a person is asked to consent to. */
export const listConsentRequests = operation({
  name: 'exchange.list-consent-requests',
  does: 'Lists what a person is asked to consent to on the portal and has not answered, each contract, recipient and purpose once.',
  kind: 'query',
  input: Type.Object({ person: PersonId }),
  output: Type.Object({ items: Type.Array(ConsentRequest) }),
  permission: 'exchange.consent.read-own',
  scope: 'consents',
})

/** A person's consent to a message. */
export const Consent = Type.Object({
  message: Type.String({ format: 'uuid' }),
  contract: ServiceVersion,
  consumer: OrganisationId,
  purpose: Type.String(),
  state: State,
  asked: Instant,
  term: Instant,
  ended: Type.Union([Instant, Type.Null()]),
  attempts: Type.Integer(),
  /** Under which the consent service keeps it. */
  reference: Type.Union([Type.String(), Type.Null()]),
  /** Why the consent service could not be asked, with a status or a place; null where nothing is wrong. */
  reason: Type.Union([Type.String(), Type.Null()]),
  detail: Type.Union([Type.String(), Type.Null()]),
})
/** A person's consent to a message. */
export type Consent = Static<typeof Consent>

/** Consents that the contracts of an organisation asked for. */
export const listConsents = operation({
  name: 'exchange.list-consents',
  does: 'Lists the consents of persons that the contracts of an organisation asked for, newest first, without the persons, and why a consent service does not answer.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, state: Type.Optional(State), ...PageInput.properties }),
  output: page(Consent),
  permission: 'exchange.queue.read',
})
