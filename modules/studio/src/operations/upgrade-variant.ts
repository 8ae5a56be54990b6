import { packageDesk, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { draftBegun, draftsTooMany, packageNotFound, regulationInvalid } from '../contract/draft.ts'
import { upgradeVariant, variantNotFound } from '../contract/variant.ts'
import { aroundOf } from '../rules/around-of.ts'
import { changesBetween } from '../rules/decide-save.ts'
import { decideUpgrade } from '../rules/decide-upgrade.ts'
import { mostDrafts } from '../rules/limits.ts'
import { titleOf } from '../rules/package-files.ts'
import { packageOf } from '../rules/package-of.ts'
import { upgradedFiles } from '../rules/upgraded-files.ts'
import { variantsIn } from '../rules/variants-in.ts'
import { keepRevision } from '../saving/keep-revision.ts'
import { countDrafts, holdDraft, insertDraft } from '../store/drafts.ts'
import { insertRevision, listFiles } from '../store/revisions.ts'

/** Moves a variant to the template in use: the draft begins as what is published, and its second revision is what came of the template. */
export const upgradeVariantHandler = handle(upgradeVariant, {
  tenant: input => input.organisation,
  async run({ organisation, package: id, to, take, keep }, context) {
    const { tx, ids, now, actor, port } = context
    const all = port(packages)
    const found = variantsIn(all).find(({ card }) => card.package === id)
    if (found === undefined) return refuse(variantNotFound, { pointer: '/package' })
    const published = await port(packageDesk).find(tx, 'service', id)
    if (published === null || found.card.owner !== organisation) return refuse(packageNotFound, { pointer: '/package' })
    const { act, template, newest } = found
    const upgraded = decideUpgrade({ act, template, newest, to, take, keep })
    if (isRefused(upgraded)) return upgraded
    const around = aroundOf(all)
    const made = packageOf(upgraded, around)
    if (!made.ok) return refuse(regulationInvalid, { pointer: '/package', also: [...made.problems] })
    if ((await countDrafts(tx, organisation)) >= mostDrafts)
      return refuse(draftsTooMany, { params: { limit: mostDrafts } })
    const before = new Map(Object.entries(published.files))
    const { files, edited } = upgradedFiles(before, packageOf(act, around), made.files)
    const draft = ids.newId('draft')
    await insertDraft(tx, {
      id: draft,
      kind: 'service',
      package: id,
      title: titleOf('service', id, before),
      baseVersion: published.version,
      baseHash: published.hash,
      baseRevision: 1,
      by: actor.id,
      now,
    })
    await insertRevision(tx, draft, { number: 1, by: actor.id, now, restored: null }, changesBetween(new Map(), before))
    const row = await holdDraft(tx, draft)
    if (row === null) throw new Error(`the draft ${draft} that was begun is not there`)
    await keepRevision(context, row, await listFiles(tx, organisation, draft), changesBetween(before, files), null)
    await context.emit(draftBegun, { subject: draft, data: { draft } })
    return { draft, edited }
  },
})
