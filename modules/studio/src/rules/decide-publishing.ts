import type { PackageSource } from '@tereze/catalogue/contract'
import type { DraftProblem, PublicationProblem } from '../contract/index.ts'

/**
 * What keeps the platform from publishing what was approved; nothing: it is published. The files must be those that were reviewed, what
 * they change must still be what is published, and the check must find no fault beside what is published by now.
 */
export function whyNotPublished(of: {
  readonly approved: { readonly hash: string; readonly version: string; readonly baseVersion: string | null }
  readonly source: PackageSource
  /** Versions that may be changed: the one in use and, where it was rolled back to, the newest one; none: it is the first. */
  readonly published: readonly string[]
  readonly found: readonly DraftProblem[]
  /** Whether a version of the package is on trial by now. */
  readonly isTried?: boolean
}): PublicationProblem[] {
  const { approved, source, published } = of
  if (source.hash !== approved.hash || source.version !== approved.version)
    return [{ path: '', code: 'studio.files-other' }]
  if (of.isTried === true) return [{ path: '', code: 'studio.trial-open' }]
  const { baseVersion } = approved
  if (baseVersion === null ? published.length > 0 : !published.includes(baseVersion))
    return [{ path: '', code: 'studio.draft-outdated' }]
  return of.found.filter(({ weight }) => weight === 'fault').map(({ path, code }) => ({ path, code }))
}
