import {
  event,
  Instant,
  OrganisationId,
  openScope,
  operation,
  protocol,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CheckedCredential, CredentialFault } from './verification.ts'

/** Id of a question to a wallet. */
export const PresentationId = TypedId('presentation')
/** What may be asked: `service/presentation`, as a package declares it. */
export const PresentationKindId = Type.String({ pattern: '^[a-z][a-z0-9-]+/[a-z][a-z0-9-]+$' })

/** Something that an organisation may ask to be shown. */
export const PresentationKind = Type.Object({
  kind: PresentationKindId,
  title: Text,
  /** Why it is asked, in words for the person. */
  purpose: Text,
  credential: Text,
  claims: Type.Array(Text),
})
/** Something that an organisation may ask to be shown. */
export type PresentationKind = Static<typeof PresentationKind>

/** No package of the organisation declares that this may be asked. */
export const kindUnknown = refusal('credentials.kind-unknown', 'not-found')
/** There is no such question, or it is another organisation’s. */
export const presentationNotFound = refusal('credentials.presentation-not-found', 'not-found')
/** The question was answered, or ten minutes have passed. */
export const presentationEnded = refusal('credentials.presentation-ended', 'gone')
/** The organisation’s seal has no certificate yet: the installation makes one within a minute of its start. */
export const sealUnready = refusal('credentials.seal-unready', 'unavailable')
/** What the wallet sent is no answer. */
export const answerInvalid = refusal('credentials.answer-invalid', 'invalid')

/** A wallet answered. */
export const presentationAnswered = event({
  type: 'credentials.presentation-answered',
  does: 'A wallet answered what it was asked to show.',
  data: Type.Object({ presentation: PresentationId, status: Type.String() }),
})

/** What the organisation may ask. */
export const listPresentationKinds = operation({
  name: 'credentials.list-presentation-kinds',
  does: 'Lists what an organisation may ask people to show from their wallets.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(PresentationKind) }),
  permission: 'credentials.presentation.ask',
})

/** Asks to be shown a credential. */
export const askToShow = operation({
  name: 'credentials.ask-to-show',
  does: 'Makes a question to a wallet: exactly the claims that a package of the organisation declares, nothing more.',
  input: Type.Object({
    organisation: OrganisationId,
    kind: PresentationKindId,
    /** Where a wallet on the same device sends its person afterwards: a path here. */
    returnTo: Type.Optional(Type.String({ pattern: '^/[a-z0-9/-]*$', maxLength: 200 })),
  }),
  output: Type.Object({
    presentation: PresentationId,
    /** `openid4vp://…` (OpenID4VP 1.0, 5), for a QR code or a tap. */
    link: Type.String(),
    expiresAt: Instant,
  }),
  permission: 'credentials.presentation.ask',
  refusals: [kindUnknown, sealUnready],
})

/** What became of a question. */
export const getPresentation = operation({
  name: 'credentials.get-presentation',
  does: 'Tells what a wallet answered, for an hour after it was asked.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    presentation: PresentationId,
    /** What the wallet brought back, where the question had a place to come back to. */
    code: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  output: Type.Object({
    status: Type.Union([
      Type.Literal('asked'),
      Type.Literal('shown'),
      Type.Literal('refused'),
      Type.Literal('invalid'),
      Type.Literal('expired'),
    ]),
    fault: Type.Union([CredentialFault, Type.Null()]),
    answeredAt: Type.Union([Instant, Type.Null()]),
    credential: Type.Union([CheckedCredential, Type.Null()]),
  }),
  permission: 'credentials.presentation.ask',
  refusals: [presentationNotFound],
})

const State = Type.String({ minLength: 1, maxLength: 100 })

/** The signed question, for the wallet that has its link. */
export const findRequest = operation({
  name: 'credentials.find-request',
  does: 'Gives the signed question to the wallet that has its link.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, state: State }),
  output: Type.Object({ request: Type.String() }),
  permission: 'credentials.presentation.answer',
  scope: openScope,
  refusals: [presentationEnded],
})

/** Takes a wallet's answer. */
export const answerPresentation = operation({
  name: 'credentials.answer-presentation',
  does: 'Takes a wallet’s answer, checks it and keeps what was asked for, nothing else; one answer for one question.',
  input: Type.Object({
    organisation: OrganisationId,
    state: State,
    /** Encrypted answer (JWE, OpenID4VP 1.0, 8.3), or the error that a wallet sends when its person refuses. */
    answer: Type.Union([
      Type.Object({ response: Type.String({ minLength: 1, maxLength: 100_000 }) }),
      Type.Object({ error: Type.String({ minLength: 1, maxLength: 100 }) }),
    ]),
  }),
  output: Type.Object({ status: Type.String(), returnTo: Type.Union([Type.String(), Type.Null()]) }),
  permission: 'credentials.presentation.answer',
  scope: openScope,
  refusals: [presentationEnded, answerInvalid],
  emits: [presentationAnswered],
})

/** The request endpoint. */
export const showRequest = protocol({
  name: 'credentials.show-request',
  does: 'Gives the signed request object of a question (OpenID4VP 1.0, 5.10).',
  method: 'GET',
  path: '/credentials/:organisation/requests/:state',
  permission: 'credentials.presentation.answer',
  scope: openScope,
  refusals: [presentationEnded],
})

/** The response endpoint. */
export const takeAnswer = protocol({
  name: 'credentials.take-answer',
  does: 'Takes a wallet’s answer (OpenID4VP 1.0, direct_post.jwt, 8.3.1).',
  method: 'POST',
  path: '/credentials/:organisation/answers/:state',
  permission: 'credentials.presentation.answer',
  scope: openScope,
  limit: 131_072,
})
