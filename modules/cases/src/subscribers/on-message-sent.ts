import { subscriber } from '@tereze/foundation-operations'
import { messageSent } from '../contract/message.ts'
import { findMessage, insertMessage } from '../store/messages.ts'

/** A message for this organisation's cases is taken from its sender. */
export const onMessageSent = subscriber({
  name: 'cases.on-message-sent',
  on: [messageSent],
  tenant: event => event.data.organisation,
  async react({ data }, { tx }) {
    const message = await findMessage(tx, data.from, data.message)
    if (message !== null) await insertMessage(tx, message)
  },
})
