import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { queuedNotDead, queuedNotFound, replayMessage } from '../contract/queue.ts'
import { findService } from '../rules/service-version.ts'
import { queueTerm } from '../rules/term.ts'
import { findQueued, reviveQueued } from '../store/queue.ts'

/** Sends a dead message anew, with a new term. */
export const replayMessageHandler = handle(replayMessage, {
  tenant: input => input.organisation,
  async run({ organisation, message, reason }, context) {
    const queued = await findQueued(context.tx, organisation, message)
    if (queued === null) return refuse(queuedNotFound, { pointer: '/message' })
    if (queued.state !== 'dead') return refuse(queuedNotDead, { pointer: '/message', params: { state: queued.state } })
    const term = queueTerm(findService(context.port(packages), queued.contract)?.contract)
    reviveQueued(context.tx, message, context.now, new Date(context.now.getTime() + term))
    context.concerns(queued.subjects, [
      `message:${message}`,
      `contract:${queued.contract}`,
      ...(reason === undefined ? [] : [`reason:${reason}`]),
    ])
    return { message }
  },
})
