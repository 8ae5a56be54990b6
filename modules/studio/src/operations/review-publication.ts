import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { publicationNotFound, publicationReviewed, reviewPublication } from '../contract/index.ts'
import { decideReview } from '../rules/decide-publication.ts'
import { holdPublication, updateReviewed } from '../store/publications.ts'

/** Approves a request, or returns it. */
export const reviewPublicationHandler = handle(reviewPublication, {
  tenant: input => input.organisation,
  async run({ publication, approve, remarks = '' }, { tx, now, actor, emit }) {
    const row = await holdPublication(tx, publication)
    if (row === null) return refuse(publicationNotFound, { pointer: '/publication' })
    const state = decideReview(row, actor.id, { approve, remarks })
    if (isRefused(state)) return state
    await updateReviewed(tx, publication, { state, remarks: remarks.trim(), by: actor.id, now })
    await emit(publicationReviewed, { subject: publication, data: { publication, approved: approve } })
    return { publication, state }
  },
})
