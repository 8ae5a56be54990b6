import type { Context } from '@tereze/foundation-operations'
import type { Published } from './contract/desk.ts'
import type { PackageProblem, PackageSupport } from './contract/kinds.ts'
import type { PackageSource } from './contract/packages.ts'
import { openPackage } from './reading/open-package.ts'
import type { PackageSet } from './reading/packages.ts'
import { findHash, insertPackage } from './store/packages.ts'

const name = (source: PackageSource) => `${source.kind}:${source.id}@${source.version}`

/**
 * Publishes packages that are new, all in the running transaction, and lets the modules that understand them get ready.
 * A version that is published already with other content is a problem: a published version never changes.
 * @param set receives what is new when the transaction has committed.
 */
export async function publishPackages(
  context: Context,
  sources: readonly PackageSource[],
  supports: readonly PackageSupport[],
  set: PackageSet,
): Promise<Published> {
  const published: string[] = []
  const problems: PackageProblem[] = []
  const fresh: PackageSource[] = []
  const hashes = await Promise.all(sources.map(({ kind, id, version }) => findHash(context.tx, kind, id, version)))
  for (const [index, source] of sources.entries()) {
    const hash = hashes[index] ?? null
    if (hash === null) fresh.push(source)
    else if (hash !== source.hash) {
      problems.push({
        package: `${source.kind}:${source.id}`,
        file: source.folder,
        pointer: '/version',
        code: 'package.version-published',
        params: { version: source.version },
      })
    }
  }
  if (problems.length > 0) return { published, problems }
  const opened = fresh.map(openPackage)
  context.tx.onCommit(() => {
    for (const pack of opened) set.add(pack)
  })
  for (const source of fresh) {
    await insertPackage(context.tx, source, context.now)
    published.push(name(source))
  }
  for (const pack of opened) {
    for (const support of supports) if (support.kind === pack.kind) await support.activate(context, pack)
  }
  return { published, problems }
}
