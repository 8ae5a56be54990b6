import { handle } from '@tereze/foundation-operations'
import { correlateMessage } from '../contract/message.ts'
import { messageLife } from '../engine/send-message.ts'
import { insertMessage } from '../store/messages.ts'

/** Keeps a message from outside; what waits for it, now or later, is given it by a job. */
export const correlateMessageHandler = handle(correlateMessage, {
  tenant: input => input.organisation,
  async run(input, { tx, now }) {
    await insertMessage(tx, {
      id: input.message,
      kind: 'message',
      name: input.name,
      key: input.key ?? null,
      content: input.content ?? {},
      organisation: tx.tenant,
      instance: null,
      sentAt: now.toISOString(),
      expiresAt: input.until ?? new Date(now.getTime() + messageLife).toISOString(),
    })
    return { message: input.message }
  },
})
