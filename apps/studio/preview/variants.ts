import { createPackageSet, openPublished, type PackageSource } from '@tereze/catalogue'
import { type InputOf, isRefused, type Operation, type OutputOf } from '@tereze/operation'
import { regulationSource } from '@tereze/regulation'
import { getVariant, listVariants, upgradeVariant } from '@tereze/studio/contract'
import { aroundOf } from '../../../modules/studio/src/rules/around-of.ts'
import { decideUpgrade } from '../../../modules/studio/src/rules/decide-upgrade.ts'
import { matrixOf } from '../../../modules/studio/src/rules/matrix-of.ts'
import { packageOf } from '../../../modules/studio/src/rules/package-of.ts'
import { upgradedFiles } from '../../../modules/studio/src/rules/upgraded-files.ts'
import { variantOf } from '../../../modules/studio/src/rules/variant-of.ts'
import { variantsIn } from '../../../modules/studio/src/rules/variants-in.ts'
import { newerTemplate } from '../../../modules/studio/src/variants.fixture.ts'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

function handler<O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>): SampleHandler {
  return { definition, run }
}

/** A typical service that nobody has joined yet: the template of the content under another name. */
function unjoined(template: PackageSource): PackageSource {
  const id = 'firewood-support'
  const titles = { en: 'Firewood for families', ru: 'Дрова для семей', kk: 'Отбасыларға отын' }
  const renamed = (text = '') => text.replaceAll(`"${template.id}"`, `"${id}"`)
  const words = (language: keyof typeof titles) => {
    const path = `messages/${language}.json`
    return [path, JSON.stringify({ ...JSON.parse(template.files[path] ?? '{}'), title: titles[language] })] as const
  }
  const files = {
    ...template.files,
    'service.json': renamed(template.files['service.json']),
    [regulationSource]: renamed(template.files[regulationSource]),
    ...Object.fromEntries((['en', 'ru', 'kk'] as const).map(words)),
  }
  return { ...template, id, hash: id, files }
}

/**
 * Variants over the packages of the content, with a newer version of its template beside it, by the platform’s own rules.
 * @param begin keeps files as a draft of a service, and gives its id.
 */
export function sampleVariants(
  content: readonly PackageSource[],
  begin: (service: string, files: ReadonlyMap<string, string>) => string,
): readonly SampleHandler[] {
  const newer = newerTemplate(content)
  const all = createPackageSet()
  for (const source of [...content, newer, unjoined(newer)]) all.add(openPublished(source))
  const drafts: { draft: string; package: string; template: string }[] = []
  return [
    handler(listVariants, ({ organisation }) => matrixOf(all, organisation, drafts)),
    handler(getVariant, ({ organisation, package: id }) => {
      const found = variantOf(all, organisation, id)
      if (found === null) throw new No('studio.variant-not-found', 404, 'No such variant is published')
      return { ...found, draft: found.own ? (drafts.find(one => one.package === id)?.draft ?? null) : null }
    }),
    handler(upgradeVariant, ({ package: id, to, take, keep }) => {
      const found = variantsIn(all).find(({ card }) => card.package === id)
      if (found === undefined) throw new No('studio.variant-not-found', 404, 'No such variant is published')
      const act = decideUpgrade({ ...found, to, take, keep })
      if (isRefused(act)) throw new No(act.code, 409, 'It cannot be moved')
      const around = aroundOf(all)
      const made = packageOf(act, around)
      if (!made.ok) throw new No('studio.regulation-invalid', 422, 'The regulation has faults')
      const before = new Map(Object.entries(content.find(one => one.id === id)?.files ?? {}))
      const { files, edited } = upgradedFiles(before, packageOf(found.act, around), made.files)
      const draft = begin(id, files)
      drafts.unshift({ draft, package: id, template: found.template.id })
      return { draft, edited }
    }),
  ]
}
