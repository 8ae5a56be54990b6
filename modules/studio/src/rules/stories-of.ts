import { recordFile } from '@tereze/regulation'
import type { DraftKind, StoryState } from '../contract/index.ts'
import { cardOf } from './decide-path.ts'
import { jsonOf } from './package-files.ts'
import { setVersion } from './set-version.ts'

const storyPath = /^cases\/[^/]+\.case\.json$/

/** Kinds of package that have stories. */
export const kindsWithStories: readonly DraftKind[] = ['service', 'situation']

/** Whether the files of a service are a template, which has no cases: the stories are those of the variants that join it. */
export function isTemplateDraft(kind: DraftKind, files: ReadonlyMap<string, string>): boolean {
  return kind === 'service' && jsonOf(files, 'regulation.json').kind === 'template'
}

/** A story of a draft, with the fingerprint of all that it depends on: itself, and the files that are no stories. */
export interface DraftStory {
  readonly path: string
  readonly text: string
  readonly basis: string
}

type HashOf = (files: Readonly<Record<string, string>>) => string

/** Fingerprint of what people try: the files of a draft that are no stories, whatever version its card has. */
export function basisOf(kind: DraftKind, files: ReadonlyMap<string, string>, hashOf: HashOf): string {
  const tried = [...files].filter(([path]) => path !== recordFile && !storyPath.test(path))
  const card = cardOf[kind]
  return hashOf(
    Object.fromEntries(tried.map(([path, text]) => [path, path === card ? setVersion(text, '0.0.0') : text])),
  )
}

/** The stories of a draft in the order of their paths. */
export function storiesOf(kind: DraftKind, files: ReadonlyMap<string, string>, hashOf: HashOf): DraftStory[] {
  if (!kindsWithStories.includes(kind)) return []
  const basis = basisOf(kind, files, hashOf)
  return [...files]
    .filter(([path]) => storyPath.test(path))
    .map(([path, text]) => ({ path, text, basis: hashOf({ basis, [path]: text }) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

/** Why a text is no story; null: it may be told. */
export function whyNoStory(text: string): string | null {
  let story: unknown
  try {
    story = JSON.parse(text)
  } catch {
    return 'not-json'
  }
  if (typeof story !== 'object' || story === null || Array.isArray(story)) return 'not-json'
  const { clock, given, steps, then } = story as Record<string, unknown>
  if (typeof clock !== 'string' || Number.isNaN(Date.parse(clock))) return 'clock'
  if (!Array.isArray((given as { people?: unknown } | null | undefined)?.people)) return 'people'
  if (!Array.isArray(steps) || steps.some(step => typeof step !== 'object' || step === null)) return 'steps'
  return typeof then === 'object' && then !== null && !Array.isArray(then) ? null : 'then'
}

/** What a story tells, in its own words; null where it says nothing or cannot be read. */
export function titleOfStory(text: string): string | null {
  if (whyNoStory(text) !== null) return null
  const { story } = JSON.parse(text) as { story?: unknown }
  return typeof story === 'string' && story.trim() !== '' ? story.slice(0, 300).toWellFormed() : null
}

/** How a story stands, by what came of it the last time. */
export function stateOf(
  { text, basis }: Pick<DraftStory, 'text' | 'basis'>,
  result: { readonly basis: string; readonly holds: boolean } | undefined,
): StoryState {
  if (whyNoStory(text) !== null) return 'unreadable'
  if (result === undefined) return 'untold'
  if (result.basis !== basis) return 'stale'
  return result.holds ? 'holds' : 'fails'
}
