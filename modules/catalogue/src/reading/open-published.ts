import type { Package, PackageSource } from '../contract/packages.ts'
import { openPackage } from './open-package.ts'

/** How many packages are kept: more than an installation publishes; the one opened longest ago goes first. */
const ROOM = 1_000

const kept = new Map<string, { readonly source: PackageSource; readonly pack: Package }>()

/** Told apart by what is in the files: a hash is what somebody else says of them. */
function sameFiles(one: PackageSource, other: PackageSource): boolean {
  if (one.hash !== other.hash) return false
  const paths = Object.keys(one.files)
  return paths.length === Object.keys(other.files).length && paths.every(path => one.files[path] === other.files[path])
}

/** What many share nobody changes. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const inside of Object.values(value)) freeze(inside)
}

/**
 * The package of a source that is checked, published or loaded: the one opened before when nothing in it has changed, so that what was
 * made of it (processes, decisions, definitions, each kept with the package) is made once, however often content is read.
 * @throws PackageUnreadable as `openPackage` does.
 */
export function openPublished(source: PackageSource): Package {
  const key = `${source.kind}:${source.id}@${source.version}`
  const known = kept.get(key)
  if (known !== undefined && sameFiles(known.source, source)) {
    kept.delete(key)
    kept.set(key, known)
    return known.pack
  }
  const pack = openPackage(source)
  for (const file of pack.json.values()) freeze(file)
  kept.delete(key)
  kept.set(key, { source, pack })
  if (kept.size > ROOM) kept.delete(kept.keys().next().value ?? '')
  return pack
}
