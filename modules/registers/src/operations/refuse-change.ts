import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { changeDecided, changeDecidedOn, changeNotFound, changeOwn, refuseChange } from '../contract/change.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { findChange, updateDecision } from '../store/changes.ts'

/** Refuses a change that somebody else asked for, with the reason. */
export const refuseChangeHandler = handle(refuseChange, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, actor } = context
    const change = await findChange(tx, tx.tenant, input.change)
    const definition = change === null ? null : findDefinition(context, tx.tenant, change.register)
    if (change === null || definition === null) return refuse(changeNotFound, { pointer: '/change' })
    const reader = readerOf(context, definition)
    if (reader.general('approve').length === 0) return reader.refuse('approve')
    if (change.askedBy === actor.id) return refuse(changeOwn, { pointer: '/change' })
    const decision = { state: 'refused' as const, by: actor.id, reason: input.reason, now }
    if (!(await updateDecision(tx, change.change, decision)))
      return refuse(changeDecided, { pointer: '/change', params: { state: change.state } })
    await context.emit(changeDecidedOn, {
      subject: change.record ?? change.change,
      data: { register: change.register, change: change.change, state: 'refused' },
    })
    return { change: change.change }
  },
})
