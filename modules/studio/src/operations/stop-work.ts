import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { reasonNeeded, stopWork, workMoved } from '../contract/index.ts'
import { insertPassage } from '../store/work-passages.ts'
import { endSpells } from '../store/work-spells.ts'
import { updateWork } from '../store/works.ts'
import { heldWork } from '../views/work-parts.ts'

/** Stops a work. */
export const stopWorkHandler = handle(stopWork, {
  tenant: input => input.organisation,
  async run({ work, reason }, context) {
    const { tx, actor, now } = context
    const row = await heldWork(context, work)
    if (isRefused(row)) return row
    if (reason.trim() === '') return refuse(reasonNeeded, { pointer: '/reason' })
    const { stage } = row
    await endSpells(tx, work, now)
    await updateWork(tx, work, { stage, state: 'stopped', now })
    const step = { work, what: 'stopped', from: stage, to: null } as const
    await insertPassage(tx, { ...step, by: actor.id, now, reason: reason.trim() })
    await context.emit(workMoved, { subject: work, data: { work, stage, state: 'stopped' } })
    return { work, state: 'stopped' as const }
  },
})
