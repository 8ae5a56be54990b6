import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { messageNotFound, readMessage } from '../contract/index.ts'
import { updateRead } from '../store/messages.ts'

/** Marks an own message as read; the time of the first reading stays. */
export const readMessageHandler = handle(readMessage, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { actor } = context
    const person = actor.kind === 'person' ? (actor.onBehalfOf ?? actor.id) : actor.id
    const found = await updateRead(context.tx, input.message, person, context.now)
    return found ? { message: input.message } : refuse(messageNotFound, { pointer: '/message' })
  },
})
