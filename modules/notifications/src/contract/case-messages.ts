import { Instant, OrganisationId, operation, PageInput, page, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Message, MessageId } from './message.ts'

/** A message about a case, as the organisation that wrote it sees it: what it was and what came of it, not what it said. */
export const CaseMessage = Type.Object({
  message: MessageId,
  person: Type.String(),
  title: Text,
  significant: Type.Boolean(),
  sentAt: Instant,
  readAt: Type.Union([Instant, Type.Null()]),
  deliveries: Message.properties.deliveries,
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
