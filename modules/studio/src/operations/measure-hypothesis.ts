import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { figureMissing, hypothesisChanged, hypothesisNotFound, measureHypothesis } from '../contract/index.ts'
import { listHypotheses, updateMeasured } from '../store/hypotheses.ts'
import { figureOf } from '../views/figure-of.ts'
import { heldWork } from '../views/work-parts.ts'

/** Measures what came of a hypothesis. */
export const measureHypothesisHandler = handle(measureHypothesis, {
  tenant: input => input.organisation,
  async run({ organisation, work, hypothesis, value: given }, context) {
    const { tx, actor, now } = context
    const row = await heldWork(context, work)
    if (isRefused(row)) return row
    const own = (await listHypotheses(tx, organisation, work)).find(({ id }) => id === hypothesis)
    if (own === undefined) return refuse(hypothesisNotFound, { pointer: '/hypothesis' })
    const value = given ?? (await figureOf(context, organisation, row, own.metric))
    if (value === null) return refuse(figureMissing, { pointer: '/value' })
    const byPlatform = given === undefined
    await updateMeasured(tx, hypothesis, { value, byPlatform, by: actor.id, now })
    await context.emit(hypothesisChanged, { subject: work, data: { work, hypothesis } })
    return { hypothesis, value, byPlatform }
  },
})
