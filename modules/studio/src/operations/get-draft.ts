import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { draftNotFound, getDraft, saveFiles } from '../contract/index.ts'
import { findDraft } from '../store/drafts.ts'
import { listPresences } from '../store/presences.ts'
import { listFiles } from '../store/revisions.ts'
import { colleaguesOf } from '../views/colleagues.ts'
import { draftCard } from '../views/draft-card.ts'

/** A whole draft. */
export const getDraftHandler = handle(getDraft, {
  tenant: input => input.organisation,
  async run({ organisation, draft }, context) {
    const { tx, now, actor } = context
    const row = await findDraft(tx, organisation, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const [files, here] = await Promise.all([
      listFiles(tx, organisation, draft),
      listPresences(tx, organisation, draft, now),
    ])
    const others = here.filter(({ official }) => official !== actor.id)
    const who = await colleaguesOf(context, organisation, [
      row.begunBy,
      row.savedBy,
      ...others.map(({ official }) => official),
    ])
    return {
      draft: draftCard(row, who),
      files: files.map(file => ({ ...file })),
      here: others.map(({ official, path, since }) => ({ who: who(official), path, since })),
      mayWrite: await context.may(saveFiles),
    }
  },
})
