import type { PackageSource } from '@tereze/catalogue/contract'
import type { DraftProblem, PublicationProblem } from '../contract/index.ts'

/**
 * What keeps the platform from publishing what was approved; nothing: it is published. The files must be those that were reviewed, what
 * they change must still be what is published, and the check must find no fault beside what is published by now.
 */
export function whyNotPublished(of: {
  readonly approved: { readonly hash: string; readonly version: string; readonly baseVersion: string | null }
  readonly source: PackageSource
  /** The newest published version; null: none. */
  readonly published: string | null
  readonly found: readonly DraftProblem[]
}): PublicationProblem[] {
  const { approved, source, published } = of
  if (source.hash !== approved.hash || source.version !== approved.version)
    return [{ path: '', code: 'studio.files-other' }]
  if (published !== approved.baseVersion) return [{ path: '', code: 'studio.draft-outdated' }]
  return of.found.filter(({ weight }) => weight === 'fault').map(({ path, code }) => ({ path, code }))
}
