import { event, Instant, OrganisationId, operation, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Colleague, DraftId, draftMoved, draftNotFound, RevisionNumber } from './draft.ts'

/** Id of a certificate of user testing. */
export const CertificateId = TypedId('certificate')

/** A certificate of user testing: somebody who wrote none of it says who tried what, and what came of it. */
export const Certificate = Type.Object({
  certificate: CertificateId,
  revision: RevisionNumber,
  by: Colleague,
  at: Instant,
  /** Whether those who tried it got where they wanted. */
  passed: Type.Boolean(),
  /** Which tasks were tried, by whom. */
  tried: Type.String(),
  /** What was seen. */
  found: Type.String(),
  /** How many persons tried it. */
  testers: Type.Integer(),
  /** Whether the draft is as it was tried. */
  fresh: Type.Boolean(),
})
/** A certificate of user testing. */
export type Certificate = Static<typeof Certificate>

/** Whoever wrote a part of the draft does not certify how it was tried. */
export const testerOwn = refusal('studio.tester-own', 'forbidden')

/** User testing of a draft was certified. Thin. */
export const testingCertified = event({
  type: 'studio.testing-certified',
  does: 'It was certified how people tried a working copy.',
  data: Type.Object({ draft: DraftId, certificate: CertificateId, passed: Type.Boolean() }),
})

/** Certifies user testing. */
export const certifyTesting = operation({
  name: 'studio.certify-testing',
  does: 'Certifies who tried a working copy as it is now and what came of it; never by whoever wrote it.',
  input: Type.Object({
    organisation: OrganisationId,
    draft: DraftId,
    /** The newest revision that was seen; another one meanwhile is a conflict. */
    revision: RevisionNumber,
    passed: Type.Boolean(),
    tried: Type.String({ minLength: 10, maxLength: 5_000, pattern: '\\S' }),
    found: Type.String({ minLength: 3, maxLength: 5_000, pattern: '\\S' }),
    testers: Type.Integer({ minimum: 1, maximum: 10_000 }),
  }),
  output: Type.Object({ certificate: CertificateId }),
  permission: 'studio.testing.certify',
  refusals: [draftNotFound, draftMoved, testerOwn],
  emits: [testingCertified],
})
