import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { draftNotFound, getRevision, revisionNotFound } from '../contract/index.ts'
import { findDraft } from '../store/drafts.ts'
import { findRevision, listChanges, listFilesAt } from '../store/revisions.ts'
import { colleaguesOf } from '../views/colleagues.ts'

/** The files of a draft at a revision. */
export const getRevisionHandler = handle(getRevision, {
  tenant: input => input.organisation,
  async run({ organisation, draft, revision }, context) {
    const { tx } = context
    const row = await findDraft(tx, organisation, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const found = await findRevision(tx, organisation, draft, revision)
    if (found === null) return refuse(revisionNotFound, { pointer: '/revision' })
    const [files, changes, who] = [
      await listFilesAt(tx, organisation, draft, revision),
      await listChanges(tx, organisation, draft, [revision]),
      await colleaguesOf(context, organisation, [found.by]),
    ]
    return {
      revision: {
        revision,
        at: found.at,
        by: who(found.by),
        files: changes.map(({ path, change }) => ({ path, change })),
        restored: found.restored,
      },
      files: files.map(file => ({ ...file })),
    }
  },
})
