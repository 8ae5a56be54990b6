import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { dropHypothesis, hypothesisChanged, hypothesisMeasured, hypothesisNotFound } from '../contract/index.ts'
import { deleteHypothesis, listHypotheses } from '../store/hypotheses.ts'
import { heldWork } from '../views/work-parts.ts'

/** Drops a hypothesis. */
export const dropHypothesisHandler = handle(dropHypothesis, {
  tenant: input => input.organisation,
  async run({ organisation, work, hypothesis }, context) {
    const row = await heldWork(context, work)
    if (isRefused(row)) return row
    const own = (await listHypotheses(context.tx, organisation, work)).find(({ id }) => id === hypothesis)
    if (own === undefined) return refuse(hypothesisNotFound, { pointer: '/hypothesis' })
    if (own.measured !== null) return refuse(hypothesisMeasured, { pointer: '/hypothesis' })
    await deleteHypothesis(context.tx, work, hypothesis)
    await context.emit(hypothesisChanged, { subject: work, data: { work, hypothesis } })
    return { hypothesis }
  },
})
