import { handle } from '@tereze/foundation-operations'
import { listDrafts } from '../contract/index.ts'
import { listDraftRows } from '../store/drafts.ts'
import { colleaguesOf } from '../views/colleagues.ts'
import { draftCard } from '../views/draft-card.ts'

/** The drafts of an organisation. */
export const listDraftsHandler = handle(listDrafts, {
  tenant: input => input.organisation,
  async run({ organisation, words = '', removed = false }, context) {
    const found = await listDraftRows(context.tx, organisation, { words: words.trim(), removed })
    const who = await colleaguesOf(
      context,
      organisation,
      found.flatMap(({ begunBy, savedBy }) => [begunBy, savedBy]),
    )
    return { items: found.map(row => draftCard(row, who)) }
  },
})
