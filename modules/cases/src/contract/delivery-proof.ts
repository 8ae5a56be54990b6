import { DocumentId, DocumentReference } from '@tereze/documents/contract'
import { MessageId, messageNotFound } from '@tereze/notifications/contract'
import { OrganisationId, operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { caseNotFound } from './case.ts'

/** The message does not count as delivered yet; `latest` is when it will. */
export const notDeliveredYet = refusal('cases.not-delivered-yet', 'conflict')
/** The message is not legally significant, or the law has no rule of delivery: there is nothing to prove. */
export const deliveryWithoutRule = refusal('cases.delivery-without-rule', 'conflict')

/** Issues the evidence of a delivery. */
export const proveDelivery = operation({
  name: 'cases.prove-delivery',
  does: 'Issues the evidence that a legally significant message about a case was delivered: sealed and time-stamped as every document is, printed by the official and checked by anyone.',
  input: Type.Object({ organisation: OrganisationId, case: Type.String({ minLength: 1 }), message: MessageId }),
  output: Type.Object({ document: DocumentId, reference: DocumentReference }),
  permission: 'cases.delivery.prove',
  refusals: [caseNotFound, messageNotFound, notDeliveredYet, deliveryWithoutRule],
})
