import { OrganisationId, operation, PersonId, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { caseChanged, caseNotFound, statusUnfit, stepRefused, taskNotFound } from './case.ts'
import { CaseId } from './case-id.ts'
import { SignatoryId } from './signing.ts'

/** Nobody has this number and this family name. */
export const signatoryNotFound = refusal('cases.signatory-not-found', 'invalid')
/** Who applies is no signatory beside, nobody is asked twice, and there is a most; `why` says which, `most` how many. */
export const signatoryUnfit = refusal('cases.signatory-unfit', 'invalid')
/** There is no such request, or it was signed or taken back already. */
export const signatorySettled = refusal('cases.signatory-settled', 'conflict')

/** A person to ask: one of those who are offered, or by number and family name. */
export const WantedSignatory = Type.Union([
  Type.Object({ person: PersonId }, { additionalProperties: false }),
  Type.Object(
    {
      identifier: Type.String({ minLength: 3, maxLength: 40 }),
      family: Type.String({ minLength: 1, maxLength: 80 }),
    },
    { additionalProperties: false },
  ),
])
/** A person to ask. */
export type WantedSignatory = Static<typeof WantedSignatory>

/** Asks persons to sign an own application. */
export const askSignatories = operation({
  name: 'cases.ask-signatories',
  does: 'Asks persons to sign an own application that was answered: each is told, and signs or declines within the term of the service.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    persons: Type.Array(WantedSignatory, { minItems: 1, maxItems: 10 }),
  }),
  output: Type.Object({ signatories: Type.Array(SignatoryId) }),
  permission: 'cases.signatory.ask',
  scope: 'applications.write',
  refusals: [caseNotFound, statusUnfit, signatoryNotFound, signatoryUnfit],
})

/** Takes back a request to sign. */
export const withdrawSignatory = operation({
  name: 'cases.withdraw-signatory',
  does: 'Takes back the request to somebody who has not signed an own application; it goes on when all others have.',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, signatory: SignatoryId }),
  output: Type.Object({ signatory: SignatoryId }),
  permission: 'cases.signatory.ask',
  scope: 'applications.write',
  refusals: [caseNotFound, statusUnfit, signatorySettled, stepRefused],
  emits: [caseChanged],
})

/** Declines to sign. */
export const declineSignature = operation({
  name: 'cases.decline-signature',
  does: 'Declines to sign an application, with a reason that its applicant reads.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    task: Type.String(),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ case: CaseId }),
  permission: 'cases.task.answer',
  scope: 'applications.write',
  refusals: [caseNotFound, taskNotFound],
})
