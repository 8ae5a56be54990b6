import { packageDesk } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { ServiceLevel } from '../contract/index.ts'
import { levelOf, processNamed } from '../rules/level-of.ts'
import { findNewestDraft } from '../store/drafts.ts'
import { listFiles } from '../store/revisions.ts'
import type { WorkRow } from '../store/works.ts'

type Files = ReadonlyMap<string, string>

async function levelIn(context: Context, files: Files | null): Promise<ServiceLevel | null> {
  if (files === null) return null
  const named = processNamed(files)
  const shared = named === null ? null : await context.port(packageDesk).find(context.tx, 'process', named)
  return levelOf(files, shared?.files['process.bpmn'] ?? null)
}

/** The files of a published version of a package; null where there is none. */
async function publishedFiles(context: Context, row: WorkRow, version: string | null): Promise<Files | null> {
  if (version === null) return null
  const found = await context.port(packageDesk).find(context.tx, row.kind, row.package, version)
  return found === null ? null : new Map(Object.entries(found.files))
}

/** What a service asks of people, as it was published when the work began and as the work has it now; null: not known. */
export async function levels(context: Context, organisation: string, row: WorkRow) {
  if (row.kind !== 'service') return { before: null, after: null }
  const draft =
    row.publishedVersion === null ? await findNewestDraft(context.tx, organisation, row.kind, row.package) : null
  const now =
    draft === null
      ? await publishedFiles(context, row, row.publishedVersion)
      : new Map((await listFiles(context.tx, organisation, draft.id)).map(({ path, text }) => [path, text]))
  return {
    before: await levelIn(context, await publishedFiles(context, row, row.baseVersion)),
    after: await levelIn(context, now),
  }
}
