import type { Package, PackageKind } from '../contract/packages.ts'
import type { PinnedPackage } from '../contract/release.ts'

/** Finds a published package by id and version or major version. */
export type FindPackage = (kind: PackageKind, id: string, version?: string) => Package | null

const reference = /^([a-z][a-z0-9.-]*)@([0-9]+)$/
const register = /^register:([a-z][a-z0-9-]*)/

/** Every text of a JSON value with the name of the member it stands in. */
function* textsIn(value: unknown, member: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [member, value]
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item, member)
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* textsIn(inner, name)
}

function meant(find: FindPackage, member: string, text: string): Package | null {
  const [, id, major] = reference.exec(text) ?? []
  if (id !== undefined && major !== undefined) return find('process', id, major) ?? find('contract', id, major)
  const named = member === 'register' ? text : register.exec(text)?.[1]
  return named === undefined ? null : find('register', named)
}

/**
 * The processes, contracts and registers that a package refers to, as they are published now: what its files mean exactly. Stories are
 * no part of that. Calendars, classifiers and legal parameters are asked for as of a date, so they are not pinned.
 */
export function lockOf(pack: Package, find: FindPackage): PinnedPackage[] {
  const pinned = new Map<string, PinnedPackage>()
  for (const [path, json] of pack.json) {
    if (path.startsWith('cases/')) continue
    for (const [member, text] of textsIn(json, '')) {
      const used = meant(find, member, text)
      if (used === null || (used.kind === pack.kind && used.id === pack.id)) continue
      const { kind, id, version, hash } = used
      pinned.set(`${kind}:${id}@${version}`, { kind, id, version, hash })
    }
  }
  return [...pinned].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}
