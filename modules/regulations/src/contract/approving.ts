import { OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { StatementId } from '@tereze/signatures/contract'
import { Type } from 'typebox'
import {
  ContentHash,
  RegulationId,
  RegulationStage,
  regulationNotFound,
  rulesMissing,
  stepRefused,
  stepTaken,
} from './regulation.ts'

/** The act that approves it: what it is called, with number and date. */
const ActTitle = Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' })

/** The jurisdiction wants a signature of a kind: `needed`. */
export const signatureNeeded = refusal('regulations.signature-needed', 'precondition')
/** What was signed is something else than the approval of this text by this act. */
export const signatureOther = refusal('regulations.signature-other', 'precondition')
/** The signature is of kind `given`, weaker than `needed`. */
export const signatureWeak = refusal('regulations.signature-weak', 'precondition')

/** What is signed to approve. */
export const writeApproval = operation({
  name: 'regulations.write-approval',
  does: 'Gives what is signed to approve a regulation by an act: its words with the hash of the text, and the kind of signature needed.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, regulation: RegulationId, act: ActTitle }),
  output: Type.Object({
    title: Text,
    text: Type.String(),
    content: ContentHash,
    /** `simple`: the sign-in itself; nothing else is signed. */
    needed: Type.Union([Type.Literal('simple'), Type.Literal('advanced'), Type.Literal('qualified')]),
  }),
  permission: 'regulations.regulation.approve',
  refusals: [regulationNotFound, rulesMissing],
})

/** Approves. */
export const approveRegulation = operation({
  name: 'regulations.approve-regulation',
  does: 'Approves an agreed regulation by an act, signed over its very text by another than its author.',
  input: Type.Object({
    organisation: OrganisationId,
    regulation: RegulationId,
    act: ActTitle,
    /** The hash of the text that was read; another one meanwhile is refused. */
    content: ContentHash,
    /** What was signed, where more than the sign-in is needed. */
    signature: Type.Optional(StatementId),
  }),
  output: Type.Object({ regulation: RegulationId, stage: RegulationStage }),
  permission: 'regulations.regulation.approve',
  refusals: [regulationNotFound, stepRefused, signatureNeeded, signatureOther, signatureWeak, rulesMissing],
  emits: [stepTaken],
})
