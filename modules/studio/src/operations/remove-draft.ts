import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { draftNotFound, draftRemoved, removeDraft } from '../contract/index.ts'
import { holdDraft, updateRemoved } from '../store/drafts.ts'

/** Removes a draft. */
export const removeDraftHandler = handle(removeDraft, {
  tenant: input => input.organisation,
  async run({ draft }, { tx, now, emit }) {
    const row = await holdDraft(tx, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    await updateRemoved(tx, draft, now)
    await emit(draftRemoved, { subject: draft, data: { draft, removed: true } })
    return { draft }
  },
})
