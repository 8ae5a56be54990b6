import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { publicationNotFound, publicationOrdered, publishPackage } from '../contract/index.ts'
import { decideOrder } from '../rules/decide-publication.ts'
import { holdPublication, updateOrdered } from '../store/publications.ts'

/** Orders an approved request to be published. */
export const publishPackageHandler = handle(publishPackage, {
  tenant: input => input.organisation,
  async run({ publication }, { tx, now, actor, emit }) {
    const row = await holdPublication(tx, publication)
    if (row === null) return refuse(publicationNotFound, { pointer: '/publication' })
    const state = decideOrder(row, actor.id)
    if (isRefused(state)) return state
    await updateOrdered(tx, publication, actor.id, now)
    await emit(publicationOrdered, { subject: publication, data: { publication } })
    return { publication, state }
  },
})
