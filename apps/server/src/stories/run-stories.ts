import { openPackage, readContent } from '@tereze/catalogue'
import type { Package } from '@tereze/catalogue/contract'
import { type Coverage, coverageOf, itemsOf } from './coverage.ts'
import { prepareTemplate } from './prepare-template.ts'
import type { StoryFile } from './story.ts'
import type { StoryDatabase, StoryServer } from './story-database.ts'
import { type Telling, type Told, tellStory } from './tell-story.ts'

/** Stories told at once: a story waits for the database about half of its time. */
const usually = 3

/**
 * Tells stories of a content folder, several at once; `onTold` hears of each as it ends. Results come in the given order. `isWatchful`: see
 * `StoryPlatform`.
 */
export async function runStories(
  server: StoryServer,
  content: string,
  stories: readonly StoryFile[],
  onTold: (told: Told) => void = () => undefined,
  options: { readonly isWatchful?: boolean } = {},
): Promise<Told[]> {
  const template = await prepareTemplate(server, content)
  try {
    return await tellAll(server, template, stories, onTold, options)
  } finally {
    await template.drop()
  }
}

/** Tells stories on copies of a template, several at once; after `signal` no other is begun. Results come in the given order, without those. */
export async function tellAll(
  server: StoryServer,
  template: StoryDatabase,
  stories: readonly StoryFile[],
  onTold: (told: Told) => void | Promise<void> = () => undefined,
  options: Telling & { readonly signal?: AbortSignal; readonly atOnce?: number } = {},
): Promise<Told[]> {
  const { signal, atOnce = usually, ...telling } = options
  const told: Told[] = []
  const waiting = [...stories.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined && signal?.aborted !== true; next = waiting.shift()) {
      const [index, story] = next
      const one = await tellStory(server, template, story, telling)
      told[index] = one
      await onTold(one)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return told.filter(one => one !== undefined)
}

/** How much of a content folder's packages (all, or those chosen) the told stories use. */
export async function measureCoverage(
  content: string,
  told: readonly Told[],
  chosen: (pack: Package) => boolean = () => true,
): Promise<Coverage> {
  const sources = await readContent(content)
  const packages = sources.filter(({ kind }) => kind === 'service' || kind === 'process').map(openPackage)
  return coverageOf(await itemsOf(packages.filter(chosen)), told)
}
