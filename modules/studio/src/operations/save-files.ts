import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { draftNotFound, draftSaved, saveFiles } from '../contract/index.ts'
import { decideSave } from '../rules/decide-save.ts'
import { keepRevision } from '../saving/keep-revision.ts'
import { holdDraft } from '../store/drafts.ts'
import { findSavedBy, listFiles } from '../store/revisions.ts'

/** Saves files. */
export const saveFilesHandler = handle(saveFiles, {
  tenant: input => input.organisation,
  async run({ organisation, draft, files }, context) {
    const { tx } = context
    const row = await holdDraft(tx, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const present = await listFiles(tx, organisation, draft)
    const paths = files.map(({ path }) => path)
    const saved = new Map((await findSavedBy(tx, organisation, draft, paths)).map(one => [one.path, one]))
    const changes = decideSave(present, files, path => saved.get(path) ?? null)
    if (isRefused(changes)) return changes
    if (changes.length === 0) return { revision: row.revision, savedAt: row.savedAt }
    const kept = await keepRevision(context, row, present, changes, null)
    await context.emit(draftSaved, { subject: draft, data: { draft, revision: kept.revision } })
    return kept
  },
})
