import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import {
  hypothesesTooMany,
  hypothesisChanged,
  hypothesisIdle,
  hypothesisMeasured,
  hypothesisNotFound,
  setHypothesis,
} from '../contract/index.ts'
import { mostHypotheses } from '../rules/limits.ts'
import { listHypotheses, upsertHypothesis } from '../store/hypotheses.ts'
import { heldWork } from '../views/work-parts.ts'

/** Sets a hypothesis. */
export const setHypothesisHandler = handle(setHypothesis, {
  tenant: input => input.organisation,
  async run({ organisation, work, hypothesis: known, metric, statement, before, target }, context) {
    const { tx, ids, actor, now } = context
    const row = await heldWork(context, work)
    if (isRefused(row)) return row
    if (before === target) return refuse(hypothesisIdle, { pointer: '/target' })
    const all = await listHypotheses(tx, organisation, work)
    const own = all.find(({ id }) => id === known)
    if (known !== undefined && own === undefined) return refuse(hypothesisNotFound, { pointer: '/hypothesis' })
    if (own !== undefined && own.measured !== null) return refuse(hypothesisMeasured, { pointer: '/hypothesis' })
    if (own === undefined && all.length >= mostHypotheses)
      return refuse(hypothesesTooMany, { params: { limit: mostHypotheses } })
    const id = known ?? ids.newId('hypothesis')
    await upsertHypothesis(tx, work, { id, metric, statement: statement.trim(), before, target, by: actor.id, now })
    await context.emit(hypothesisChanged, { subject: work, data: { work, hypothesis: id } })
    return { hypothesis: id }
  },
})
