import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  draftNotFound,
  draftSaved,
  fileChanged,
  restoreRevision,
  revisionNotFound,
  revisionSame,
} from '../contract/index.ts'
import { changesBetween } from '../rules/decide-save.ts'
import { keepRevision } from '../saving/keep-revision.ts'
import { holdDraft } from '../store/drafts.ts'
import { findRevision, listFiles, listFilesAt } from '../store/revisions.ts'

/** Brings a revision back. */
export const restoreRevisionHandler = handle(restoreRevision, {
  tenant: input => input.organisation,
  async run({ organisation, draft, revision, seen }, context) {
    const { tx } = context
    const row = await holdDraft(tx, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    if ((await findRevision(tx, organisation, draft, revision)) === null)
      return refuse(revisionNotFound, { pointer: '/revision' })
    if (row.revision !== seen)
      return refuse(fileChanged, {
        pointer: '/seen',
        params: { path: '', by: row.savedBy, at: row.savedAt },
      })
    const present = await listFiles(tx, organisation, draft)
    const then = await listFilesAt(tx, organisation, draft, revision)
    const texts = (files: readonly { path: string; text: string }[]) => new Map(files.map(one => [one.path, one.text]))
    const changes = changesBetween(texts(present), texts(then))
    if (changes.length === 0) return refuse(revisionSame, { pointer: '/revision' })
    const kept = await keepRevision(context, row, present, changes, revision)
    await context.emit(draftSaved, { subject: draft, data: { draft, revision: kept.revision } })
    return kept
  },
})
