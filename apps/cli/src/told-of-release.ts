import type { PackageSource } from '@tereze/catalogue'
import type { Language } from '@tereze/operation'
import { type ComparedFile, comparePackages, writeChanges } from '@tereze/package-changes'

/** A package as far as its content is told. */
type Told = Pick<PackageSource, 'version' | 'files'>

/** What is told of a release that was published here: the version before it (null: there was none), what differs, and lines for people. */
export async function toldOfRelease(
  name: string,
  before: Told | null,
  after: Told,
  language: Language,
): Promise<{
  readonly before: string | null
  readonly changes: readonly ComparedFile[]
  readonly lines: readonly string[]
}> {
  if (before === null) return { before: null, changes: [], lines: [`Published ${name}, the first version here.`] }
  const [was, is] = [before, after].map(({ files }) => new Map(Object.entries(files)))
  const changes = await comparePackages(was ?? new Map(), is ?? new Map(), language)
  const below = writeChanges(changes, language).map(line => `  ${line}`)
  return { before: before.version, changes, lines: [`Published ${name} after ${before.version}:`, ...below] }
}
