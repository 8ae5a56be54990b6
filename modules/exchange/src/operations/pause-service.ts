import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { contractNotFound } from '../contract/message.ts'
import { pauseService, pauseTermWrong } from '../contract/pause.ts'
import { findService } from '../rules/service-version.ts'
import { everyService, upsertPause } from '../store/pauses.ts'

const longest = 31 * 86_400_000

/** Closes services of an organisation for maintenance. */
export const pauseServiceHandler = handle(pauseService, {
  tenant: input => input.organisation,
  async run({ organisation, contract, from, until }, context) {
    if (contract !== undefined) {
      const service = findService(context.port(packages), contract)
      if (service?.contract.provider !== organisation)
        return refuse(contractNotFound, { pointer: '/contract', params: { contract } })
    }
    const begins = from === undefined ? context.now : new Date(from)
    const ends = new Date(until)
    if (ends <= begins || ends <= context.now || ends.getTime() - begins.getTime() > longest)
      return refuse(pauseTermWrong, { pointer: '/until' })
    upsertPause(context.tx, { contract: contract ?? everyService, begins, ends, by: context.actor.id })
    context.concerns([], [`contract:${contract ?? everyService}`])
    return { until: ends.toISOString() }
  },
})
