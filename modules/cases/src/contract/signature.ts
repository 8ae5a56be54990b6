import { JsonObject, OrganisationId, operation, Text } from '@tereze/operation'
import { Type } from 'typebox'
import { answersInvalid, caseNotFound, taskNotFound } from './case.ts'
import { CaseId } from './case-id.ts'
import { NeededSignature, StatementId, signatureNotFound } from './signed.ts'

/** What a person signs to answer a task. */
export const writeStatement = operation({
  name: 'cases.write-statement',
  does: 'Writes what a person signs to answer an own open task: the answers in words and as the machine takes them.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, task: Type.String(), answers: JsonObject }),
  output: Type.Object({
    title: Text,
    /** Null where the form needs no signature. */
    needed: Type.Union([NeededSignature, Type.Null()]),
    text: Type.String(),
  }),
  permission: 'cases.case.read-own',
  scope: 'applications.write',
  refusals: [caseNotFound, taskNotFound, answersInvalid],
})

/** What was signed in a case, with the signature. */
export const getSigned = operation({
  name: 'cases.get-signed',
  does: 'Gives an official what was signed in a case, with the signature: two files that anyone can check together.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, statement: StatementId }),
  output: Type.Object({
    text: Type.String(),
    /** Base64 of the signature beside the text (CMS). */
    signature: Type.String(),
  }),
  permission: 'cases.case.read',
  refusals: [caseNotFound, signatureNotFound],
})
