import type { Context } from '@tereze/foundation-operations'
import type { Published } from './contract/desk.ts'
import { installation } from './contract/installation.ts'
import type { PackageProblem, PackageSupport } from './contract/kinds.ts'
import type { Package, PackageSource } from './contract/packages.ts'
import { openPublished } from './reading/open-published.ts'
import type { PackageSet } from './reading/packages.ts'
import { signRelease } from './releases/sign-release.ts'
import { type FindPackage, lockOf } from './rules/lock-of.ts'
import { manifestOf } from './rules/release-manifest.ts'
import { raiseChanges } from './store/changes.ts'
import { findPublished, insertPackage, updateSigned } from './store/packages.ts'

/** A package to publish or to sign. */
interface Opened {
  readonly source: PackageSource
  readonly pack: Package
}

const open = (source: PackageSource): Opened => ({ source, pack: openPublished(source) })

/** What packages refer to: first among those that are published together with them. */
function findAmong(together: readonly Opened[], set: PackageSet): FindPackage {
  return (kind, id, major) => {
    const isIt = ({ pack }: Opened) =>
      pack.kind === kind && pack.id === id && (major === undefined || pack.version.split('.')[0] === major)
    return together.find(isIt)?.pack ?? set.find(kind, id, major)
  }
}

/**
 * Publishes packages that are new, all in the running transaction: signs each of them, and lets the modules that understand them get
 * ready. A version that is published already with other content is a problem: a published version never changes. One that was published
 * before packages were signed is signed when the same content comes again.
 * @param set receives what is new when the transaction has committed.
 */
export async function publishPackages(
  context: Context,
  sources: readonly PackageSource[],
  supports: readonly PackageSupport[],
  set: PackageSet,
): Promise<Published> {
  const { tx, now } = context
  const problems: PackageProblem[] = []
  const fresh: PackageSource[] = []
  const unsigned: PackageSource[] = []
  const known = await Promise.all(sources.map(({ kind, id, version }) => findPublished(tx, kind, id, version)))
  for (const [index, source] of sources.entries()) {
    const before = known[index] ?? null
    if (before === null) fresh.push(source)
    else if (before.hash !== source.hash) {
      problems.push({
        package: `${source.kind}:${source.id}`,
        file: source.folder,
        pointer: '/version',
        code: 'package.version-published',
        params: { version: source.version },
      })
    } else if (!before.isSigned) unsigned.push(source)
  }
  if (problems.length > 0) return { published: [], problems }
  const added = fresh.map(open)
  const resigned = unsigned.map(open)
  const all = [...added, ...resigned]
  const find = findAmong(all, set)
  const sign = ({ source, pack }: Opened) => {
    const base = set.versions(pack.kind, pack.id).findLast(({ version }) => version !== pack.version)
    return signRelease(
      context,
      manifestOf(source, {
        environment: context.port(installation).environment,
        base: base === undefined ? null : { version: base.version, hash: base.hash },
        lock: lockOf(pack, find),
        publishedAt: now.toISOString(),
      }),
    )
  }
  tx.onCommit(() => {
    for (const { pack } of all) set.add(pack)
  })
  if (all.length > 0) raiseChanges(tx)
  for (const one of added) await insertPackage(tx, one.source, await sign(one), now)
  for (const one of resigned) await updateSigned(tx, one.source, await sign(one))
  for (const { pack } of added) {
    for (const support of supports) if (support.kind === pack.kind) await support.activate(context, pack)
  }
  return { published: all.map(({ pack }) => `${pack.kind}:${pack.id}@${pack.version}`), problems }
}
