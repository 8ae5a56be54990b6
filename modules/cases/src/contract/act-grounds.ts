import { OrganisationId, operation, Text } from '@tereze/operation'
import { Type } from 'typebox'
import { caseNotFound } from './case.ts'
import { CaseId } from './case-id.ts'
import { EndCondition } from './deadline.ts'

/** The grounds that the law lists for what an official may do with the term of a case. */
export const listActGrounds = operation({
  name: 'cases.list-act-grounds',
  does: 'Lists the grounds on which the term of a case may be suspended or prolonged, in words.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    /** Grounds of suspension, with what ends it. */
    suspend: Type.Array(Type.Object({ id: Type.String(), text: Text, waitsFor: EndCondition })),
    /** Grounds of extension; none once it was prolonged. */
    extend: Type.Array(Type.Object({ id: Type.String(), text: Text })),
  }),
  permission: 'cases.case.read',
  refusals: [caseNotFound],
})
