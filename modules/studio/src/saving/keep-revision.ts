import type { Context } from '@tereze/foundation-operations'
import type { Change, FileNow } from '../rules/decide-save.ts'
import { titleOf } from '../rules/package-files.ts'
import { type DraftRow, updateSaved } from '../store/drafts.ts'
import { insertRevision } from '../store/revisions.ts'

/** Keeps changes as the next revision of a draft that is held, and what the draft is called after them. */
export async function keepRevision(
  { tx, now, actor }: Context,
  draft: DraftRow,
  present: readonly FileNow[],
  changes: readonly Change[],
  restored: number | null,
): Promise<{ revision: number; savedAt: string }> {
  const revision = draft.revision + 1
  const files = new Map(present.map(({ path, text }) => [path, text]))
  for (const { path, text } of changes) {
    if (text === null) files.delete(path)
    else files.set(path, text)
  }
  await insertRevision(tx, draft.id, { number: revision, by: actor.id, now, restored }, changes)
  await updateSaved(tx, draft.id, {
    revision,
    title: titleOf(draft.kind, draft.package, files),
    by: actor.id,
    now,
  })
  return { revision, savedAt: now.toISOString() }
}
