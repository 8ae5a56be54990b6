import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, rateCase, statusUnfit } from '../contract/case.ts'
import { beginRun, note } from '../engine/case-run.ts'
import { isOwn } from '../engine/own-case.ts'
import { mayNow } from '../rules/may-now.ts'
import { lockCase, updateRating } from '../store/cases.ts'

/** Rates an own finished case, once. */
export const rateCaseHandler = handle(rateCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !isOwn(context, row)) return refuse(caseNotFound, { pointer: '/case' })
    const run = beginRun(context, row)
    if (!mayNow(run).rate) return refuse(statusUnfit, { params: { status: row.status } })
    context.concerns([row.person])
    await updateRating(context.tx, row.id, input.rating, input.comment ?? null)
    await note(run, 'timeline.rated', 'you', { rating: input.rating })
    return { case: row.id }
  },
})
