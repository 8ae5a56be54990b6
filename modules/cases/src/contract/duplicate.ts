import { OrganisationId, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { caseNotFound, statusUnfit, stepRefused } from './case.ts'
import { CaseId } from './case-id.ts'

/** The case has no such document in force. */
export const noDocument = refusal('cases.no-document', 'conflict')

/** Asks for a duplicate of a result. */
export const requestDuplicate = operation({
  name: 'cases.request-duplicate',
  does: 'Issues a duplicate of a document of an own finished case: the earlier one is not valid any more.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    /** Id of the document’s template; without it the only one in force. */
    document: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  }),
  output: Type.Object({ case: CaseId, act: Type.String() }),
  permission: 'cases.case.duplicate',
  scope: 'applications.write',
  refusals: [caseNotFound, statusUnfit, noDocument, stepRefused],
})
