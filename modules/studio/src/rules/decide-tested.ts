import { type Refused, refuse } from '@tereze/operation'
import { certificateMissing, type DraftKind, type StoryState, storiesUntold } from '../contract/index.ts'
import { kindsWithStories } from './stories-of.ts'

/** Why a draft may not be published for its stories: each must have been told as the draft is now, and must hold; there must be one. */
export function whyUntold(
  kind: DraftKind,
  stories: readonly { readonly path: string; readonly state: StoryState }[],
): Refused<'studio.stories-untold'> | null {
  if (!kindsWithStories.includes(kind)) return null
  const open = stories.filter(({ state }) => state !== 'holds')
  if (stories.length > 0 && open.length === 0) return null
  const failed = open.filter(({ state }) => state === 'fails' || state === 'unreadable').length
  return refuse(storiesUntold, {
    pointer: '/draft',
    params: { all: stories.length, failed, untold: open.length - failed },
  })
}

/** Whether a version changes more than words: the first one, and those that raise the first or the middle number. */
export function needsTesters(base: string | null, version: string): boolean {
  if (base === null) return true
  const [major, minor] = version.split('.')
  const [baseMajor, baseMinor] = base.split('.')
  return major !== baseMajor || minor !== baseMinor
}

/** Why a draft may not be published for want of people who tried it: the newest certificate of the draft as it is must say that they passed. */
export function whyUncertified(of: {
  readonly kind: DraftKind
  readonly base: string | null
  readonly version: string
  /** Fingerprint of the draft as it is. */
  readonly basis: string
  /** The newest first. */
  readonly certificates: readonly { readonly basis: string; readonly passed: boolean }[]
}): Refused<'studio.certificate-missing'> | null {
  if (!kindsWithStories.includes(of.kind) || !needsTesters(of.base, of.version)) return null
  const newest = of.certificates.find(({ basis }) => basis === of.basis)
  return newest?.passed === true
    ? null
    : refuse(certificateMissing, { pointer: '/version', params: { version: of.version } })
}
