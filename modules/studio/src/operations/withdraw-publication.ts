import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { publicationNotFound, publicationWithdrawn, withdrawPublication } from '../contract/index.ts'
import { decideWithdrawal } from '../rules/decide-publication.ts'
import { holdPublication, updateWithdrawn } from '../store/publications.ts'

/** Withdraws a request. */
export const withdrawPublicationHandler = handle(withdrawPublication, {
  tenant: input => input.organisation,
  async run({ publication }, { tx, now, actor, emit }) {
    const row = await holdPublication(tx, publication)
    if (row === null) return refuse(publicationNotFound, { pointer: '/publication' })
    const state = decideWithdrawal(row)
    if (isRefused(state)) return state
    await updateWithdrawn(tx, publication, actor.id, now)
    await emit(publicationWithdrawn, { subject: publication, data: { publication } })
    return { publication, state }
  },
})
