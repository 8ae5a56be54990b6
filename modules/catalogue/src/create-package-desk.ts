import { checkBeside } from './checking/check-content.ts'
import type { Formats } from './checking/formats.ts'
import type { PackageDesk } from './contract/desk.ts'
import type { PackageSupport } from './contract/kinds.ts'
import type { PackageKind, PackageSource } from './contract/packages.ts'
import { publishPackages } from './publish.ts'
import type { PackageSet } from './reading/packages.ts'
import { hashOf } from './reading/read-content.ts'
import { findPackage, listPackages } from './store/packages.ts'
import { shareVersion, withdrawVersion } from './try-version.ts'
import { useVersion } from './use-version.ts'

/**
 * The desk over a set of published packages.
 * @param formats read when something is checked first.
 */
export function createPackageDesk(parts: {
  readonly formats: () => Promise<Formats>
  readonly supports: readonly PackageSupport[]
  readonly set: PackageSet
}): PackageDesk {
  let formats: Promise<Formats> | null = null
  const isInUse = ({ kind, id, version }: PackageSource) => parts.set.find(kind, id)?.version === version
  return {
    async find(reader, kind: PackageKind, id, version = parts.set.find(kind, id)?.version) {
      return version === undefined ? null : findPackage(reader, kind, id, version)
    },
    async all(reader) {
      return (await listPackages(reader)).filter(isInUse)
    },
    hashOf,
    async check(source) {
      formats ??= parts.formats()
      return checkBeside(source, await formats, parts.supports, parts.set)
    },
    use: (context, wanted) => useVersion(context, parts.set, wanted),
    async publish(context, source, trialShare) {
      const done = await publishPackages(context, [source], parts.supports, parts.set)
      if (trialShare !== undefined && done.problems.length === 0)
        await shareVersion(context, parts.set, { ...source, share: trialShare })
      return done
    },
    share: (context, wanted) => shareVersion(context, parts.set, wanted),
    withdraw: (context, wanted) => withdrawVersion(context, parts.set, wanted),
  }
}
