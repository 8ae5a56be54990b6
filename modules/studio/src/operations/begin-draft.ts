import { type Packages, packageDesk, packages } from '@tereze/catalogue/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { type FieldProblem, type InputOf, isRefused, type Refused, refuse } from '@tereze/operation'
import {
  beginDraft,
  type DraftKind,
  draftBegun,
  draftsTooMany,
  packageExists,
  packageNotFound,
  regulationInvalid,
} from '../contract/index.ts'
import { aroundOf } from '../rules/around-of.ts'
import { changesBetween } from '../rules/decide-save.ts'
import { mostDrafts } from '../rules/limits.ts'
import { blankFiles, ownerOf, titleOf } from '../rules/package-files.ts'
import { packageOf } from '../rules/package-of.ts'
import { countDrafts, insertDraft } from '../store/drafts.ts'
import { insertRevision } from '../store/revisions.ts'

/** What a draft begins with. */
interface Beginning {
  readonly kind: DraftKind
  readonly package: string
  readonly base: { readonly version: string; readonly hash: string } | null
  readonly files: ReadonlyMap<string, string>
}

type No = Refused<'studio.package-not-found' | 'studio.package-exists' | 'studio.regulation-invalid'>

/** Begins a draft. */
export const beginDraftHandler = handle(beginDraft, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, ids, now, actor } = context
    if ((await countDrafts(tx, input.organisation)) >= mostDrafts)
      return refuse(draftsTooMany, { params: { limit: mostDrafts } })
    const beginning = await beginningOf(input, context)
    if (isRefused(beginning)) return beginning
    const { kind, files, base } = beginning
    const draft = ids.newId('draft')
    await insertDraft(tx, {
      id: draft,
      kind,
      package: beginning.package,
      title: titleOf(kind, beginning.package, files),
      baseVersion: base?.version ?? null,
      baseHash: base?.hash ?? null,
      baseRevision: base === null ? 0 : 1,
      by: actor.id,
      now,
    })
    const first = { number: 1, by: actor.id, now, restored: null }
    await insertRevision(tx, draft, first, changesBetween(new Map(), files))
    await context.emit(draftBegun, { subject: draft, data: { draft } })
    return { draft }
  },
})

async function beginningOf(
  { organisation, from }: InputOf<typeof beginDraft>,
  { tx, port }: Context,
): Promise<Beginning | No> {
  const desk = port(packageDesk)
  if (from.begin === 'regulation') return fromRegulation(organisation, from.regulation, port(packages))
  const published = await desk.find(tx, from.kind, from.package)
  if (from.begin === 'blank') {
    if (published !== null) return refuse(packageExists, { pointer: '/from/package' })
    const files = blankFiles(from.kind, from.package, organisation, from.title)
    return { kind: from.kind, package: from.package, base: null, files }
  }
  const files = new Map(Object.entries(published?.files ?? {}))
  if (published === null || ownerOf(from.kind, files) !== organisation)
    return refuse(packageNotFound, { pointer: '/from/package' })
  return { kind: from.kind, package: from.package, base: { version: published.version, hash: published.hash }, files }
}

function fromRegulation(organisation: string, text: string, published: Packages): Beginning | No {
  const wrong = (also: readonly FieldProblem[]) => refuse(regulationInvalid, { pointer: '/from/regulation', also })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return wrong([{ pointer: '/from/regulation', code: 'package.file-unreadable' }])
  }
  const made = packageOf(value, aroundOf(published))
  if (!made.ok) return wrong(made.problems)
  const { id } = made.regulation
  const files = new Map(Object.entries(made.files))
  if (ownerOf('service', files) !== organisation) return refuse(packageNotFound, { pointer: '/from/regulation' })
  if (published.find('service', id) !== null) return refuse(packageExists, { pointer: '/from/regulation' })
  return { kind: 'service', package: id, base: null, files }
}
