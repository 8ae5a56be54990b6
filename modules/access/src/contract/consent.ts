import { event, Instant, openScope, operation, PersonId, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Agreement, ConsentSubject } from './agreements.ts'

/** Id of a consent. */
export const ConsentId = TypedId('consent')
/** Where a consent stands. `outdated`: the wording that was answered has a successor. `refused`: the person said no, and that still holds. */
export const ConsentState = Type.Enum(['in-force', 'withdrawn', 'over', 'outdated', 'refused'])
/** Where a consent stands. */
export type ConsentState = Static<typeof ConsentState>
/** A signed receipt: a JWS (RFC 7515) over a record of ISO/IEC TS 27560. */
export const Receipt = Type.String({ pattern: '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$', maxLength: 20_000 })

/** A consent as its person sees it. */
export const ConsentView = Type.Object({
  consent: ConsentId,
  ...ConsentSubject.properties,
  state: ConsentState,
  /** Whether the answer was no. */
  refused: Type.Boolean(),
  /** When the person answered. */
  givenAt: Instant,
  until: Instant,
  withdrawnAt: Type.Union([Instant, Type.Null()]),
  /** The wording as it is now; null when the contract is published no more. */
  agreement: Type.Union([Agreement, Type.Null()]),
  receipt: Receipt,
  withdrawalReceipt: Type.Union([Receipt, Type.Null()]),
})
/** A consent as its person sees it. */
export type ConsentView = Static<typeof ConsentView>

/** There is no such consent, or it is somebody else's. */
export const consentNotFound = refusal('access.consent-not-found', 'not-found')
/** The contract, recipient and purpose have no agreement that one could consent to. */
export const agreementNotFound = refusal('access.agreement-not-found', 'not-found')
/** The wording was changed since it was read. */
export const agreementChanged = refusal('access.agreement-changed', 'conflict')
/** The same consent is in force already. */
export const consentGivenAlready = refusal('access.consent-given-already', 'conflict')
/** The consent is not in force: withdrawn or over. */
export const consentNotInForce = refusal('access.consent-not-in-force', 'conflict')

/** The person has refused this already, and that holds. */
export const consentRefusedAlready = refusal('access.consent-refused-already', 'conflict')

/** A consent was refused. */
export const consentRefusedByPerson = event({
  type: 'access.consent-refused',
  does: 'A person refused a consent in so many words.',
  data: Type.Object({ consent: ConsentId, person: PersonId, ...ConsentSubject.properties }),
})

/** A consent was given or withdrawn. */
export const consentGivenOrWithdrawn = event({
  type: 'access.consent-changed',
  does: 'A person gave a consent, or withdrew it.',
  data: Type.Object({
    consent: ConsentId,
    person: PersonId,
    ...ConsentSubject.properties,
    state: Type.Enum(['given', 'withdrawn']),
  }),
})

/** The wording that one is asked to consent to. */
export const getAgreement = operation({
  name: 'access.get-agreement',
  does: 'Gives the wording of a consent: who hands over which data to whom, for which purpose, on which ground and for how long.',
  kind: 'query',
  input: ConsentSubject,
  output: Agreement,
  permission: 'access.agreement.read',
  scope: openScope,
  refusals: [agreementNotFound],
})

/** Whose answer it is, to what. */
const AnsweredWording = Type.Object({
  person: PersonId,
  ...ConsentSubject.properties,
  /** Hash of the wording that was read. */
  agreement: Type.String({ maxLength: 100 }),
})

/** Gives a consent. */
export const giveConsent = operation({
  name: 'access.give-consent',
  does: 'Gives a person’s consent to one agreement, by itself and never with anything else, and a signed receipt for it.',
  input: AnsweredWording,
  output: Type.Object({ consent: ConsentId, receipt: Receipt }),
  permission: 'access.consent.manage',
  scope: 'consents',
  refusals: [agreementNotFound, agreementChanged, consentGivenAlready],
  emits: [consentGivenOrWithdrawn],
})

/** Refuses a consent. */
export const refuseConsent = operation({
  name: 'access.refuse-consent',
  does: 'Refuses a consent in so many words: who asks for it is told so, and not asked to wait. Gives a signed receipt; the person may change the answer at any time.',
  input: AnsweredWording,
  output: Type.Object({ consent: ConsentId, receipt: Receipt }),
  permission: 'access.consent.manage',
  scope: 'consents',
  refusals: [agreementNotFound, agreementChanged, consentGivenAlready, consentRefusedAlready],
  emits: [consentRefusedByPerson],
})

/** Withdraws a consent at once. */
export const withdrawConsent = operation({
  name: 'access.withdraw-consent',
  does: 'Withdraws a consent: from the next request on nothing is handed over by it. Gives a signed receipt.',
  input: Type.Object({ person: PersonId, consent: ConsentId }),
  output: Type.Object({ receipt: Receipt }),
  permission: 'access.consent.manage',
  scope: 'consents',
  refusals: [consentNotFound, consentNotInForce],
  emits: [consentGivenOrWithdrawn],
})

/** A person's consents. */
export const listConsents = operation({
  name: 'access.list-consents',
  does: 'Lists all consents that a person ever gave or refused, newest first, with wording, term and receipts.',
  kind: 'query',
  input: Type.Object({ person: PersonId }),
  output: Type.Object({ items: Type.Array(ConsentView) }),
  permission: 'access.consent.manage',
  scope: 'consents',
})

/** Whether there is a consent; asked for each message that rests on one. */
export const findConsent = operation({
  name: 'access.find-consent',
  does: 'Tells whether a person’s consent is in force for a contract, recipient and purpose now, and if not, whether it was withdrawn or refused.',
  kind: 'query',
  input: Type.Object({ person: PersonId, ...ConsentSubject.properties }),
  output: Type.Object({
    consent: Type.Union([ConsentId, Type.Null()]),
    /** The newest one’s state; null when none was ever given. */
    state: Type.Union([ConsentState, Type.Null()]),
  }),
  permission: 'access.consent.check',
})

/** Checks a receipt. */
export const verifyReceipt = operation({
  name: 'access.verify-receipt',
  does: 'Checks the signature of a receipt, gives its record, and tells whether the consent is in force now.',
  kind: 'query',
  input: Type.Object({ receipt: Receipt }),
  output: Type.Object({
    genuine: Type.Boolean(),
    /** The record of ISO/IEC TS 27560; null where the receipt is not genuine. */
    record: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
    state: Type.Union([ConsentState, Type.Null()]),
    /** By this the audit line names it whose place in the log can be proved: `receipt:<hash>`. */
    mark: Type.String(),
  }),
  permission: 'access.receipt.verify',
  scope: openScope,
})
