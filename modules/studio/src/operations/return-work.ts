import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { returnWork, workMoved } from '../contract/index.ts'
import { decideReturn } from '../rules/decide-return.ts'
import { insertPassage } from '../store/work-passages.ts'
import { endSpells, updateAgain } from '../store/work-spells.ts'
import { updateWork } from '../store/works.ts'
import { heldWork, pipelineOfWork } from '../views/work-parts.ts'

/** Sends a work back. */
export const returnWorkHandler = handle(returnWork, {
  tenant: input => input.organisation,
  async run({ work, to, reason, again = [] }, context) {
    const { tx, actor, now } = context
    const row = await heldWork(context, work)
    if (isRefused(row)) return row
    const decided = decideReturn(pipelineOfWork(context, row), row.stage, { to, reason, again })
    if (isRefused(decided)) return decided
    await endSpells(tx, work, now)
    await updateAgain(tx, work, decided.again)
    await updateWork(tx, work, { stage: to, state: 'open', now })
    await insertPassage(tx, { work, what: 'returned', from: row.stage, to, by: actor.id, now, reason: reason.trim() })
    await context.emit(workMoved, { subject: work, data: { work, stage: to, state: 'open' } })
    return { work, stage: to }
  },
})
