import { type Refused, refuse } from '@tereze/operation'
import {
  publicationOwn,
  shareNeeded,
  type TrialChange,
  trialImpossible,
  trialOpen,
  versionNotTried,
} from '../contract/index.ts'

/** The version on trial and its share in percent; null where none is. */
export type OnTrial = { readonly version: string; readonly share: number } | null

/** Why a version may not be asked for as a trial, or at all while another is on trial; null: it may. */
export function whyNoTrial(of: {
  readonly kind: string
  readonly base: string | null
  readonly share: number | null
  readonly onTrial: OnTrial
}): Refused<'studio.trial-open' | 'studio.trial-impossible'> | null {
  const { kind, base, share, onTrial } = of
  if (onTrial !== null) return refuse(trialOpen, { pointer: '/draft', params: { version: onTrial.version } })
  // Only cases keep the version with which they began, and a share needs a version beside it.
  if (share !== null && (kind !== 'service' || base === null)) return refuse(trialImpossible, { pointer: '/trial' })
  return null
}

/**
 * Why somebody may not change a trial; null: they may. Whoever wrote the version, or asked for it, lets nobody else meet it; whoever
 * publishes may end it.
 */
export function whyNoChange(of: {
  readonly onTrial: OnTrial
  readonly wanted: { readonly version: string; readonly change: TrialChange; readonly share?: number | undefined }
  readonly publication: { readonly writers: readonly string[]; readonly requestedBy: string } | null
  readonly official: string
}): Refused<'studio.version-not-tried' | 'studio.share-needed' | 'studio.publication-own'> | null {
  const { onTrial, wanted, publication, official } = of
  if (onTrial?.version !== wanted.version)
    return refuse(versionNotTried, { pointer: '/version', params: { version: wanted.version } })
  if ((wanted.change === 'share') !== (wanted.share !== undefined)) return refuse(shareNeeded, { pointer: '/share' })
  const own = publication !== null && [publication.requestedBy, ...publication.writers].includes(official)
  return own && wanted.change !== 'end' ? refuse(publicationOwn, { pointer: '/version' }) : null
}
