import type { Findings, PackageProblem, PackageSupport } from '../contract/kinds.ts'
import { type Package, type PackageSource, type Packages, packageKinds } from '../contract/packages.ts'
import { openPublished } from '../reading/open-published.ts'
import { createPackageSet } from '../reading/packages.ts'
import { PackageUnreadable } from '../reading/read-content.ts'
import { checkAskedConcepts } from './check-asked-concepts.ts'
import { checkConcepts } from './check-concepts.ts'
import { checkLiterals } from './check-literals.ts'
import { checkMeaning } from './check-meaning.ts'
import { checkNomenclature } from './check-nomenclature.ts'
import type { Formats } from './formats.ts'
import { checkModels } from './models.ts'

/** A source of a package that could be opened. */
interface Opened {
  readonly source: PackageSource
  readonly pack: Package
}

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
  const set = createPackageSet()
  const opened: Opened[] = []
  for (const source of [...beside, ...sources]) {
    const own = sources.includes(source)
    if (own) problems.push(...formats.check(source))
    const pack = openedOrNull(source)
    if (pack === null) continue
    set.add(pack)
    if (own) opened.push({ source, pack })
  }
  return withDeeper(problems, () => checkOpened(opened, set, supports))
}

/**
 * Faults of form, and what the deeper checks find. These trust the forms of files: where a form is wrong they may stumble over it,
 * and then the faults of form are all that can be said until they are mended.
 * @throws what the deeper checks throw over files without a fault of form.
 */
async function withDeeper(problems: readonly PackageProblem[], deeper: () => Promise<Findings>): Promise<Findings> {
  try {
    const found = await deeper()
    return { problems: [...problems, ...found.problems], hints: found.hints }
  } catch (error) {
    if (problems.length === 0) throw error
    return { problems, hints: [] }
  }
}

/** Everything wrong with one package beside all that are published, as `checkSources` says it. */
export async function checkBeside(
  source: PackageSource,
  formats: Formats,
  supports: readonly PackageSupport[],
  published: Packages,
): Promise<Findings> {
  const problems = formats.check(source)
  const pack = openedOrNull(source)
  if (pack === null) return { problems, hints: [] }
  const set = createPackageSet()
  for (const kind of packageKinds)
    for (const { id } of published.list(kind)) for (const one of published.versions(kind, id)) set.add(one)
  set.add(pack)
  return withDeeper(problems, () => checkOpened([{ source, pack }], set, supports))
}

/** The package of a source; null where it cannot be read, which the check of its format has told. */
function openedOrNull(source: PackageSource): Package | null {
  try {
    return openPublished(source)
  } catch (error) {
    if (!(error instanceof PackageUnreadable)) throw error
    return null
  }
}

async function checkOpened(
  opened: readonly Opened[],
  set: Packages,
  supports: readonly PackageSupport[],
): Promise<Findings> {
  const problems: PackageProblem[] = []
  const hints: PackageProblem[] = []
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
