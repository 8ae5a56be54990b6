import { Instant, OrganisationId, operation, PageInput, page, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Message, MessageId, messageNotFound } from './message.ts'

/** A message about a case, as the organisation that wrote it sees it: what it was and what came of it, not what it said. */
export const CaseMessage = Type.Object({
  message: MessageId,
  person: Type.String(),
  title: Text,
  significant: Type.Boolean(),
  sentAt: Instant,
  readAt: Type.Union([Instant, Type.Null()]),
  deliveries: Message.properties.deliveries,
  /** Null where it is not legally significant, or the law has no rule. */
  delivered: Message.properties.delivered,
})
/** A message about a case, as the organisation that wrote it sees it. */
export type CaseMessage = Static<typeof CaseMessage>

/** What was written about a case. */
export const listCaseMessages = operation({
  name: 'notifications.list-case-messages',
  does: 'Lists what was written to people about a case of the organisation, newest first, with what came of each channel.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: Type.String({ minLength: 1 }), ...PageInput.properties }),
  output: page(CaseMessage),
  permission: 'notifications.message.read-case',
})

/** What is known of the delivery of a message. */
export const getDelivery = operation({
  name: 'notifications.get-delivery',
  does: 'Tells what is known of the delivery of a message about a case: what it said by its hash, when it was placed and opened, since when it counts as delivered.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: Type.String({ minLength: 1 }), message: MessageId }),
  output: Type.Object({
    ...CaseMessage.properties,
    notice: Type.String(),
    /** SHA-256 in hex of the texts in all languages as RFC 8785 writes them. */
    hash: Type.String(),
  }),
  permission: 'notifications.message.read-case',
  refusals: [messageNotFound],
})
