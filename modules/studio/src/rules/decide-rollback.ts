import { compareVersions, type PackageSource, type Standing } from '@tereze/catalogue/contract'
import { type Refused, refuse } from '@tereze/operation'
import {
  type DraftKind,
  type DraftProblem,
  type PublicationProblem,
  remarksNeeded,
  rollbackOwn,
  rollbackPointless,
  rollbackState,
  versionMoved,
  versionNotFound,
} from '../contract/index.ts'

/** Published versions of a package with how they stand, the oldest first, and the one in use. */
export interface Published {
  readonly versions: readonly { readonly version: string; readonly standing: Standing }[]
  readonly used: string
}

/** The version to which a rollback goes, or why there is none. */
export function decideTarget(
  { versions, used }: Published,
  wanted: { readonly from: string; readonly to?: string | undefined },
): string | Refused<'studio.version-not-found' | 'studio.version-moved' | 'studio.rollback-pointless'> {
  if (wanted.from !== used) return refuse(versionMoved, { pointer: '/from', params: { used } })
  if (wanted.to === undefined) {
    const below = versions.findLast(
      ({ version, standing }) => standing === 'in-force' && compareVersions(version, used) < 0,
    )
    return below?.version ?? refuse(rollbackPointless, { pointer: '/from', params: { used } })
  }
  if (!versions.some(({ version, standing }) => version === wanted.to && standing !== 'trial'))
    return refuse(versionNotFound, { pointer: '/to', params: { version: wanted.to } })
  return wanted.to === used ? refuse(rollbackPointless, { pointer: '/to', params: { used } }) : wanted.to
}

/** Files that say what is kept: records written under the later one need not fit the earlier. */
const kept: Readonly<Record<DraftKind, readonly string[]>> = {
  service: [],
  situation: [],
  process: [],
  contract: [],
  register: ['data.schema.json', 'register.json'],
}

function withoutVersion(text: string | undefined): string {
  return (text ?? '').replace(/"version"\s*:\s*"[^"\\]*"/, '')
}

/**
 * What keeps new things from beginning with an earlier version: records that were written since may not fit it, or it has faults beside
 * what is published by now. Nothing: they may.
 */
export function whyNoRollback(of: {
  readonly kind: DraftKind
  readonly from: PackageSource
  readonly to: PackageSource
  /** What the check finds in the earlier version beside everything published. */
  readonly found: readonly DraftProblem[]
}): PublicationProblem[] {
  const { kind, from, to } = of
  const other = kept[kind].filter(path => withoutVersion(from.files[path]) !== withoutVersion(to.files[path]))
  return [
    ...other.map(path => ({ path, code: 'studio.records-would-not-fit' })),
    ...of.found.filter(({ weight }) => weight === 'fault').map(({ path, code }) => ({ path, code })),
  ]
}

/** Why a rollback may not be looked at afterwards by somebody; null: it may. */
export function whyNoReview(
  row: { readonly state: string; readonly orderedBy: string; readonly reviewedBy: string | null },
  official: string,
  remarks: string,
): Refused<'studio.rollback-state' | 'studio.rollback-own' | 'studio.remarks-needed'> | null {
  if (row.state !== 'done' || row.reviewedBy !== null) return refuse(rollbackState, { pointer: '/rollback' })
  if (row.orderedBy === official) return refuse(rollbackOwn, { pointer: '/rollback' })
  return remarks.trim() === '' ? refuse(remarksNeeded, { pointer: '/remarks' }) : null
}
