import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { replayMessages } from '../contract/queue.ts'
import { findService } from '../rules/service-version.ts'
import { queueTerm } from '../rules/term.ts'
import { listDead, reviveQueued } from '../store/queue.ts'

/** As many as the audit line and the transaction bear. */
const most = 500

/** Sends dead messages anew, each with a new term. */
export const replayMessagesHandler = handle(replayMessages, {
  tenant: input => input.organisation,
  async run({ organisation, contract, code, reason }, context) {
    const { tx, now } = context
    const dead = await listDead(tx, organisation, { contract: contract ?? null, code: code ?? null }, most)
    for (const { id, contract: service } of dead) {
      const term = queueTerm(findService(context.port(packages), service)?.contract)
      reviveQueued(tx, id, now, new Date(now.getTime() + term))
    }
    const services = new Set(dead.map(message => `contract:${message.contract}`))
    context.concerns([...new Set(dead.flatMap(({ subjects }) => subjects))], [...services, `reason:${reason}`])
    return { sent: dead.length }
  },
})
