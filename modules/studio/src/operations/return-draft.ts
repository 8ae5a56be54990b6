import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { draftNotFound, draftRemoved, draftsTooMany, returnDraft } from '../contract/index.ts'
import { mostDrafts } from '../rules/limits.ts'
import { countDrafts, holdDraft, updateRemoved } from '../store/drafts.ts'

/** Returns a removed draft. */
export const returnDraftHandler = handle(returnDraft, {
  tenant: input => input.organisation,
  async run({ organisation, draft }, { tx, emit }) {
    const row = await holdDraft(tx, draft)
    if (row === null || row.removedAt === null) return refuse(draftNotFound, { pointer: '/draft' })
    if ((await countDrafts(tx, organisation)) >= mostDrafts)
      return refuse(draftsTooMany, { params: { limit: mostDrafts } })
    await updateRemoved(tx, draft, null)
    await emit(draftRemoved, { subject: draft, data: { draft, removed: false } })
    return { draft }
  },
})
