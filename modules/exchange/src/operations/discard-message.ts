import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { discardMessage, queuedNotDead, queuedNotFound } from '../contract/queue.ts'
import { discardQueued, findQueued } from '../store/queue.ts'

/** Gives a dead message up for good. */
export const discardMessageHandler = handle(discardMessage, {
  tenant: input => input.organisation,
  async run({ organisation, message, reason }, context) {
    const queued = await findQueued(context.tx, organisation, message)
    if (queued === null) return refuse(queuedNotFound, { pointer: '/message' })
    if (queued.state !== 'dead') return refuse(queuedNotDead, { pointer: '/message', params: { state: queued.state } })
    discardQueued(context.tx, message, context.now)
    context.concerns(queued.subjects, [`message:${message}`, `contract:${queued.contract}`, `reason:${reason}`])
    return { message }
  },
})
