import type { Package, PackageSource } from '../contract/packages.ts'

/** How many packages are kept: more than an installation publishes; the one opened longest ago goes first. */
const ROOM = 1_000

const kept = new Map<string, { readonly source: PackageSource; readonly pack: Package }>()

/** Told apart by what is in the files: a hash is what somebody else says of them. */
function sameFiles(one: PackageSource, other: PackageSource): boolean {
  if (one.hash !== other.hash) return false
  const paths = Object.keys(one.files)
  return paths.length === Object.keys(other.files).length && paths.every(path => one.files[path] === other.files[path])
}

/**
 * The package of a source; the one opened before when nothing in it has changed, so that what was made of it (processes, decisions,
 * definitions, each kept with the package) is made once, however often content is read, checked and published.
 */
export function keepOpened(source: PackageSource, open: (source: PackageSource) => Package): Package {
  const key = `${source.kind}:${source.id}@${source.version}`
  const known = kept.get(key)
  const pack = known !== undefined && sameFiles(known.source, source) ? known.pack : open(source)
  kept.delete(key)
  kept.set(key, { source, pack })
  if (kept.size > ROOM) kept.delete(kept.keys().next().value ?? '')
  return pack
}
