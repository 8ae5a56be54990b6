import { OrganisationId, operation } from '@tereze/operation'
import { Type } from 'typebox'
import { caseNotFound } from './case.ts'
import { CaseId } from './case-id.ts'

/** Of which service a case is. */
export const getCaseService = operation({
  name: 'cases.get-case-service',
  does: 'Tells of which service a case is, and nothing else of it; for powers that are limited to services.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({ service: Type.String() }),
  permission: 'cases.case.classify',
  refusals: [caseNotFound],
})
