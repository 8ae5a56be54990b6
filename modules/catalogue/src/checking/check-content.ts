import type { PackageProblem, PackageSupport } from '../contract/kinds.ts'
import { openPackage } from '../reading/open-package.ts'
import { createPackageSet } from '../reading/packages.ts'
import { type PackageSource, PackageUnreadable } from '../reading/read-content.ts'
import { checkAskedConcepts } from './check-asked-concepts.ts'
import { checkConcepts } from './check-concepts.ts'
import type { Findings } from './check-decisions.ts'
import { checkLiterals } from './check-literals.ts'
import { checkMeaning } from './check-meaning.ts'
import { checkNomenclature } from './check-nomenclature.ts'
import type { Formats } from './formats.ts'
import { checkModels } from './models.ts'

/**
 * Everything wrong with packages: forms of files, words, models, references, each with file and place; and hints for their
 * authors, which are no fault.
 * @param beside packages that are only referred to, not checked.
 */
export async function checkSources(
  sources: readonly PackageSource[],
  formats: Formats,
  supports: readonly PackageSupport[],
  beside: readonly PackageSource[] = [],
): Promise<Findings> {
  const problems: PackageProblem[] = []
  const hints: PackageProblem[] = []
  const set = createPackageSet()
  const opened = []
  for (const source of [...beside, ...sources]) {
    const own = sources.includes(source)
    if (own) problems.push(...formats.check(source))
    try {
      const pack = openPackage(source)
      set.add(pack)
      if (own) opened.push({ source, pack })
    } catch (error) {
      if (!(error instanceof PackageUnreadable)) throw error
    }
  }
  for (const { source, pack } of opened) {
    const models = await checkModels(pack)
    const literals = checkLiterals(pack, set)
    const found = [
      ...models.problems,
      ...literals.problems,
      ...checkConcepts(pack, set),
      ...checkMeaning(pack, set),
      ...checkNomenclature(pack, set),
      ...checkAskedConcepts(pack, set),
    ]
    for (const support of supports) if (support.kind === pack.kind) found.push(...(await support.check(pack, set)))
    const placed = (problem: PackageProblem) => ({ ...problem, file: `${source.folder}/${problem.file}` })
    problems.push(...found.map(placed))
    hints.push(...[...models.hints, ...literals.hints].map(placed))
  }
  return { problems, hints }
}
