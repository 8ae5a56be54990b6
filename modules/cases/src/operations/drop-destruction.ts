import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { destructionNotFound, destructionOver, dropDestruction } from '../contract/destruction.ts'
import { lockDestruction, updateTakenBack } from '../store/destructions.ts'

/** Takes an act of destruction back; its cases stay. */
export const dropDestructionHandler = handle(dropDestruction, {
  tenant: input => input.organisation,
  async run({ destruction, reason }, { tx, actor }) {
    const row = await lockDestruction(tx, destruction)
    if (row === null) return refuse(destructionNotFound, { pointer: '/destruction' })
    if (row.state === 'done' || row.state === 'dropped') return refuse(destructionOver, { pointer: '/destruction' })
    updateTakenBack(tx, destruction, actor.id, reason)
    return { destruction }
  },
})
