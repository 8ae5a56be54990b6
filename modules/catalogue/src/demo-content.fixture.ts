import type { PackageSource } from './contract/packages.ts'
/** The content of the demo country as it lies in the repository, for breaking copies of it. */

import { fileURLToPath } from 'node:url'
import { openPublished } from './reading/open-published.ts'
import { createPackageSet } from './reading/packages.ts'
import { hashOf, readContent } from './reading/read-content.ts'

/** Folder of the content. */
export const contentFolder = fileURLToPath(new URL('../../../content', import.meta.url))

/** Everything that the repository publishes. */
export const sources: readonly PackageSource[] = await readContent(contentFolder)

/** One of them. */
export function sourceOf(kind: string, id: string): PackageSource {
  const found = sources.find(source => source.kind === kind && source.id === id)
  if (found === undefined) throw new Error(`the content has no ${kind} ${id}`)
  return found
}

/** A copy with other files; a file of null is taken away. */
export function changed(source: PackageSource, files: Readonly<Record<string, string | null>>): PackageSource {
  const all = Object.entries({ ...source.files, ...files }).filter((file): file is [string, string] => file[1] !== null)
  const next = Object.fromEntries(all)
  return { ...source, files: next, hash: hashOf(next) }
}

/** A copy in which one JSON file is written anew. */
export function rewritten(
  source: PackageSource,
  file: string,
  rewrite: (value: Record<string, unknown>) => void,
): PackageSource {
  const value = JSON.parse(source.files[file] ?? '') as Record<string, unknown>
  rewrite(value)
  return changed(source, { [file]: JSON.stringify(value) })
}

/** The whole content opened. */
export function openedContent() {
  const set = createPackageSet()
  for (const source of sources) set.add(openPublished(source))
  return set
}
