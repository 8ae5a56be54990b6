import { compareVersions, type PackageSource } from '@tereze/catalogue/contract'
import { type Refused, refuse } from '@tereze/operation'
import {
  cardDiffers,
  type DraftKind,
  type DraftProblem,
  draftFaulty,
  draftMoved,
  draftOutdated,
  draftUnchanged,
  versionNotHigher,
} from '../contract/index.ts'
import { cardOf } from './decide-path.ts'
import { ownerOf } from './package-files.ts'
import { setVersion } from './set-version.ts'

/** What a request is decided by, before the check. */
export interface RequestWanted {
  readonly organisation: string
  readonly draft: {
    readonly kind: DraftKind
    readonly package: string
    readonly baseHash: string | null
    readonly revision: number
  }
  /** The revision that was seen. */
  readonly seen: number
  readonly version: string
  /** The files with the version set. */
  readonly source: PackageSource
  /** The version in use; null: none. */
  readonly published: PackageSource | null
  /** The newest published version, where another one is in use since it was rolled back: mending it may go on from there. */
  readonly newest: PackageSource | null
  /** Whether a body of this id is published. */
  readonly isBody: (id: string) => boolean
}

function idOf(source: PackageSource, kind: DraftKind): unknown {
  try {
    return (JSON.parse(source.files[cardOf[kind]] ?? '{}') as { id?: unknown } | null)?.id
  } catch {
    return undefined
  }
}

function isSame(kind: DraftKind, { files, version }: PackageSource, published: PackageSource): boolean {
  const paths = new Set([...Object.keys(files), ...Object.keys(published.files)])
  return [...paths].every(path => {
    const was = published.files[path]
    return files[path] === (path === cardOf[kind] && was !== undefined ? setVersion(was, version) : was)
  })
}

/** Why publication of a draft may not be asked for; null: it may, if the check finds no fault. */
export function whyNoRequest(
  wanted: RequestWanted,
): Refused<
  | 'studio.draft-moved'
  | 'studio.draft-outdated'
  | 'studio.draft-unchanged'
  | 'studio.card-differs'
  | 'studio.version-not-higher'
> | null {
  const { draft, source, published } = wanted
  const newest = wanted.newest ?? published
  const base = [published, newest].find(one => one?.hash === draft.baseHash)
  if (draft.revision !== wanted.seen)
    return refuse(draftMoved, { pointer: '/revision', params: { revision: draft.revision } })
  if (published !== null && base === undefined)
    return refuse(draftOutdated, { pointer: '/draft', params: { published: published.version } })
  const owner = ownerOf(draft.kind, new Map(Object.entries(source.files)))
  const differs = (field: string) => refuse(cardDiffers, { pointer: '/draft', params: { field } })
  if (idOf(source, draft.kind) !== draft.package) return differs('id')
  if (owner !== wanted.organisation || !wanted.isBody(owner)) return differs('owner')
  if (base == null || newest === null) return null
  if (isSame(draft.kind, source, base)) return refuse(draftUnchanged, { pointer: '/draft' })
  if (compareVersions(wanted.version, newest.version) <= 0)
    return refuse(versionNotHigher, { pointer: '/version', params: { published: newest.version } })
  return null
}

/** Refuses what the check finds faults in; hints are none. */
export function whyFaulty(problems: readonly DraftProblem[]): Refused<'studio.draft-faulty'> | null {
  const faults = problems.filter(({ weight }) => weight === 'fault')
  if (faults.length === 0) return null
  const also = faults.slice(0, 50).map(({ path, place, code }) => ({
    pointer: '/draft',
    code,
    params: { path, place: place ?? '' },
  }))
  return refuse(draftFaulty, { pointer: '/draft', params: { count: faults.length }, also })
}
