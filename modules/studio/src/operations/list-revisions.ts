import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { draftNotFound, listRevisions } from '../contract/index.ts'
import { revisionsAtOnce } from '../rules/limits.ts'
import { findDraft } from '../store/drafts.ts'
import { listChanges, listRevisionRows } from '../store/revisions.ts'
import { colleaguesOf } from '../views/colleagues.ts'

/** The history of a draft. */
export const listRevisionsHandler = handle(listRevisions, {
  tenant: input => input.organisation,
  async run({ organisation, draft, before }, context) {
    const { tx } = context
    const row = await findDraft(tx, organisation, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const found = await listRevisionRows(tx, organisation, draft, before ?? null, revisionsAtOnce + 1)
    const shown = found.slice(0, revisionsAtOnce)
    const changes = await listChanges(
      tx,
      organisation,
      draft,
      shown.map(({ revision }) => revision),
    )
    const who = await colleaguesOf(
      context,
      organisation,
      shown.map(({ by }) => by),
    )
    const items = shown.map(({ revision, at, by, restored }) => ({
      revision,
      at,
      by: who(by),
      files: changes.filter(one => one.revision === revision).map(({ path, change }) => ({ path, change })),
      restored,
    }))
    return { items, more: found.length > shown.length }
  },
})
