import {
  checkSources,
  type Formats,
  type PackageSet,
  publishPackages,
  readContent,
  readFormats,
} from '@tereze/catalogue'
import type { PackageProblem, PackageSource } from '@tereze/catalogue/contract'
import type { Runner } from '@tereze/foundation-operations'
import { supports } from './package-supports.ts'

/** The content has problems; nothing of it was published. */
export class ContentWrong extends Error {
  readonly problems: readonly PackageProblem[]
  constructor(problems: readonly PackageProblem[]) {
    super(
      `the content cannot be published:\n${problems.map(p => `  ${p.file}${p.pointer === '' ? '' : `#${p.pointer}`}: ${p.code} ${JSON.stringify(p.params)}`).join('\n')}`,
    )
    this.name = 'ContentWrong'
    this.problems = problems
  }
}

/**
 * Checks and publishes what is new in a content folder, in one transaction.
 * @returns names of what was published now.
 * @throws ContentWrong naming each file and place.
 */
export async function publishContent(folder: string, runner: Runner, set: PackageSet): Promise<readonly string[]> {
  return publishSources(await readContent(folder), await readFormats(`${folder}/format`), runner, set)
}

/**
 * Checks and publishes what is new among packages, in one transaction; what is published already is the rest of the content.
 * @returns names of what was published now.
 * @throws ContentWrong naming each file and place.
 */
export async function publishSources(
  sources: readonly PackageSource[],
  formats: Formats,
  runner: Runner,
  set: PackageSet,
): Promise<readonly string[]> {
  const fresh = sources.filter(source => set.find(source.kind, source.id, source.version)?.hash !== source.hash)
  if (fresh.length === 0) return []
  const { problems } = await checkSources(
    fresh,
    formats,
    supports,
    sources.filter(source => !fresh.includes(source)),
  )
  if (problems.length > 0) throw new ContentWrong(problems)
  const result = await runner
    .jobContext('catalogue.publish')
    .write('platform', context => publishPackages(context, fresh, supports, set))
  if (result.problems.length > 0) throw new ContentWrong(result.problems)
  return result.published
}
