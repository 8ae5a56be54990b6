import { openPackage, readContent } from '@tereze/catalogue'
import type { Package } from '@tereze/catalogue/contract'
import { type Coverage, coverageOf, itemsOf } from './coverage.ts'
import { prepareTemplate } from './prepare-template.ts'
import type { StoryFile } from './story.ts'
import type { StoryServer } from './story-database.ts'
import { type Told, tellStory } from './tell-story.ts'

/** Stories told at once: a story waits for the database about half of its time. */
const atOnce = 3

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
    const told: Told[] = []
    const waiting = [...stories.entries()]
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, story] = next
        const one = await tellStory(server, template, story, options)
        told[index] = one
        onTold(one)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    return told
  } finally {
    await template.drop()
  }
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
