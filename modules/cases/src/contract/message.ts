import { event, Instant, JsonObject, OrganisationId, operation } from '@tereze/operation'
import { Type } from 'typebox'

const MessageId = Type.String({ minLength: 1, maxLength: 200 })
const MessageName = Type.String({ minLength: 1, maxLength: 200 })

/** A case has sent a message to another organisation, which takes it from the sender. Says nothing of what it says. */
export const messageSent = event({
  type: 'cases.message-sent',
  does: 'A case sent a message that a case of another organisation may wait for.',
  data: Type.Object({ message: MessageId, name: MessageName, from: OrganisationId, organisation: OrganisationId }),
})

/** A case has thrown a signal; announced for each organisation where a case may wait for it. */
export const signalThrown = event({
  type: 'cases.signal-thrown',
  does: 'A case threw a signal that cases of an organisation may wait for.',
  data: Type.Object({ signal: MessageId, name: MessageName, from: OrganisationId, organisation: OrganisationId }),
})

/** Gives cases a message from outside. */
export const correlateMessage = operation({
  name: 'cases.correlate-message',
  does: 'Gives the case that waits for a message what it says; where none waits yet, the message waits until it expires.',
  input: Type.Object({
    organisation: OrganisationId,
    /** Chosen by the sender: the same message sent twice is one. */
    message: MessageId,
    name: MessageName,
    /** The correlation key: which of the cases that wait for messages of this name is meant. */
    key: Type.Optional(Type.String({ maxLength: 500 })),
    content: Type.Optional(JsonObject),
    /** Until when it is of use to anybody; 30 days by default. */
    until: Type.Optional(Instant),
  }),
  output: Type.Object({ message: MessageId }),
  permission: 'cases.message.correlate',
  refusals: [],
})
