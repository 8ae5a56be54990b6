import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { changeDecided, changeDecidedOn, changeForeign, changeNotFound, withdrawChange } from '../contract/change.ts'
import { findChange, updateDecision } from '../store/changes.ts'

/** Takes back a change that one asked for oneself. */
export const withdrawChangeHandler = handle(withdrawChange, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, actor } = context
    const change = await findChange(tx, tx.tenant, input.change)
    if (change === null) return refuse(changeNotFound, { pointer: '/change' })
    if (change.askedBy !== actor.id) return refuse(changeForeign, { pointer: '/change' })
    if (!(await updateDecision(tx, change.change, { state: 'withdrawn', by: actor.id, reason: null, now })))
      return refuse(changeDecided, { pointer: '/change', params: { state: change.state } })
    await context.emit(changeDecidedOn, {
      subject: change.record ?? change.change,
      data: { register: change.register, change: change.change, state: 'withdrawn' },
    })
    return { change: change.change }
  },
})
