import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { draftNotFound, presenceSeconds, tellPresence } from '../contract/index.ts'
import { findDraft } from '../store/drafts.ts'
import { deletePresence, listPresences, upsertPresence } from '../store/presences.ts'
import { colleaguesOf } from '../views/colleagues.ts'

/** Tells that one is here. */
export const tellPresenceHandler = handle(tellPresence, {
  tenant: input => input.organisation,
  async run({ organisation, draft, path, leaves = false }, context) {
    const { tx, now, actor } = context
    const row = await findDraft(tx, organisation, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const until = new Date(now.getTime() + presenceSeconds * 1000)
    if (leaves) await deletePresence(tx, draft, actor.id)
    else await upsertPresence(tx, draft, { official: actor.id, path, now, until })
    const others = (await listPresences(tx, organisation, draft, now)).filter(({ official }) => official !== actor.id)
    const who = await colleaguesOf(
      context,
      organisation,
      others.map(({ official }) => official),
    )
    return {
      here: others.map(one => ({ who: who(one.official), path: one.path, since: one.since })),
      revision: row.revision,
    }
  },
})
