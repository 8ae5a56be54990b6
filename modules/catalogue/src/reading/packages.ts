import { compareVersions } from '../contract/compare-versions.ts'
import type { Package, PackageKind, Packages, VersionStanding } from '../contract/packages.ts'
import { takesTrial } from '../rules/takes-trial.ts'

/** A set of packages that can be added to. Among versions that compare equal, the one added last is the newest. What is newest is
 * found when a package is added, not when it is asked for. */
export interface PackageSet extends Packages {
  add(pack: Package): void
  /** How versions stand from now on; all others are in force. */
  stand(standings: readonly VersionStanding[]): void
}

const nameOf = ({ kind, id, version }: Pick<Package, 'kind' | 'id' | 'version'>) => `${kind}:${id}@${version}`

/** Creates an empty set. */
export function createPackageSet(): PackageSet {
  const versions = new Map<string, Package[]>()
  const latest = new Map<string, Package>()
  const found = new Map<string, Package>()
  const lists = new Map<PackageKind, readonly Package[]>()
  let stood = new Map<string, VersionStanding>()
  const isInForce = (pack: Package) => !stood.has(nameOf(pack))
  const highest = (list: readonly Package[]): Package | null =>
    list.reduce<Package | null>(
      (best, pack) => (best === null || compareVersions(pack.version, best.version) >= 0 ? pack : best),
      null,
    )
  // Where nothing is in force, what refers to a package still finds what it was published beside.
  const newest = (list: readonly Package[]) => highest(list.filter(isInForce)) ?? highest(list)
  const search = (kind: PackageKind, id: string, version: string): Package | null => {
    const list = versions.get(`${kind}:${id}`) ?? []
    if (/^[0-9]+$/.test(version)) return newest(list.filter(pack => pack.version.split('.')[0] === version))
    return list.find(pack => pack.version === version) ?? null
  }
  const find = (kind: PackageKind, id: string, version?: string): Package | null => {
    if (version === undefined) return latest.get(`${kind}:${id}`) ?? null
    const key = `${kind}:${id}@${version}`
    const known = found.get(key)
    if (known !== undefined) return known
    const pack = search(kind, id, version)
    if (pack !== null) found.set(key, pack)
    return pack
  }
  const trial = (kind: PackageKind, id: string) =>
    [...stood.values()].find(one => one.standing === 'trial' && one.kind === kind && one.id === id) ?? null
  return {
    add(pack) {
      const key = `${pack.kind}:${pack.id}`
      const others = (versions.get(key) ?? []).filter(other => other.version !== pack.version)
      const all = [...others, pack]
      versions.set(key, all)
      latest.set(key, newest(all) ?? pack)
      found.clear()
      lists.clear()
    },
    stand(standings) {
      const next = new Map(standings.map(one => [nameOf(one), one]))
      const known = stood
      stood = next
      if (next.size === known.size && [...next.keys()].every(name => known.has(name))) return
      for (const [key, all] of versions) {
        const pack = newest(all)
        if (pack !== null) latest.set(key, pack)
      }
      found.clear()
      lists.clear()
    },
    standing: (kind, id, version) => stood.get(nameOf({ kind, id, version }))?.standing ?? 'in-force',
    trial,
    forNew(kind, id, key) {
      const tried = trial(kind, id)
      const version = tried !== null && takesTrial(nameOf(tried), key, tried.share) ? tried.version : undefined
      return (version === undefined ? null : find(kind, id, version)) ?? find(kind, id)
    },
    list(kind) {
      const list = lists.get(kind) ?? [...latest.values()].filter(pack => pack.kind === kind)
      lists.set(kind, list)
      return list
    },
    find,
    versions: (kind, id) =>
      [...(versions.get(`${kind}:${id}`) ?? [])].sort((a, b) => compareVersions(a.version, b.version)),
    get(kind, id, version) {
      const pack = find(kind, id, version)
      if (pack === null) throw new Error(`${kind} ${id}${version === undefined ? '' : `@${version}`} is not published`)
      return pack
    },
  }
}
