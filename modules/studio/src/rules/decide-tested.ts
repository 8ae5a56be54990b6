import { type Refused, refuse } from '@tereze/operation'
import { certificateMissing, type DraftKind, type StoryState, storiesUntold } from '../contract/index.ts'
import { kindsWithStories } from './stories-of.ts'

/** Why a draft may not be published for its stories: each must have been told as the draft is now, and must hold; there must be one, but of a template, which has no cases. */
export function whyUntold(
  kind: DraftKind,
  {
    stories,
    isTemplate,
  }: {
    readonly stories: readonly { readonly path: string; readonly state: StoryState }[]
    readonly isTemplate: boolean
  },
): Refused<'studio.stories-untold'> | null {
  if (!kindsWithStories.includes(kind) || isTemplate) return null
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

/** What is certified of a draft: fingerprint of what it is now, and certificates, the newest first. */
interface Certified {
  readonly basis: string
  readonly certificates: readonly { readonly basis: string; readonly passed: boolean }[]
}

/** Whether the newest certificate of a draft as it is says that people who tried it passed. */
export function isCertified({ basis, certificates }: Certified): boolean {
  return certificates.find(one => one.basis === basis)?.passed === true
}

/** Why a draft may not be published for want of people who tried it: the newest certificate of the draft as it is must say that they passed. */
export function whyUncertified(
  of: Certified & { readonly kind: DraftKind; readonly base: string | null; readonly version: string },
): Refused<'studio.certificate-missing'> | null {
  if (!kindsWithStories.includes(of.kind) || !needsTesters(of.base, of.version) || isCertified(of)) return null
  return refuse(certificateMissing, { pointer: '/version', params: { version: of.version } })
}
