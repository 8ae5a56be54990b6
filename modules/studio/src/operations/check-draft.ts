import { packageDesk } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { checkDraft, draftNotFound } from '../contract/index.ts'
import { sourceOf } from '../rules/package-files.ts'
import { problemsOf } from '../rules/problems-of.ts'
import { findDraft } from '../store/drafts.ts'
import { listFiles } from '../store/revisions.ts'

/** Checks a draft. */
export const checkDraftHandler = handle(checkDraft, {
  tenant: input => input.organisation,
  async run({ organisation, draft }, { tx, port }) {
    const row = await findDraft(tx, organisation, draft)
    if (row === null || row.removedAt !== null) return refuse(draftNotFound, { pointer: '/draft' })
    const desk = port(packageDesk)
    const files = new Map((await listFiles(tx, organisation, draft)).map(({ path, text }) => [path, text]))
    const version = row.baseVersion ?? '1.0.0'
    const source = sourceOf({ kind: row.kind, package: row.package, version }, files, desk.hashOf)
    return { revision: row.revision, problems: problemsOf(source, await desk.check(source)) }
  },
})
