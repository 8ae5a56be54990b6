import { type Formats, readContent, readFormats } from '@tereze/catalogue'
import type { PackageSource } from '@tereze/catalogue/contract'
import { publishSources } from '../composition/publish.ts'
import { composeStory } from './compose-story.ts'
import { giveOrganisations } from './given-organisations.ts'
import { storyClock } from './story-clock.ts'
import { copyOf, createMigrated, type StoryDatabase, type StoryServer } from './story-database.ts'
import { storyIds } from './story-ids.ts'

/** The instant at which the content of all stories was published: before any of them begins. */
const published = '2020-01-01T00:00:00Z'

/** Packages, and the formats that they are checked by. */
export interface Content {
  readonly sources: readonly PackageSource[]
  readonly formats: Formats
}

async function publishInto(database: StoryDatabase, { sources, formats }: Content, seed: string) {
  const clock = storyClock(published)
  const parts = { database: database.database, clock, ids: storyIds(seed, clock) }
  const platform = await composeStory(parts)
  try {
    await publishSources(sources, formats, platform.runner, platform.packages)
  } finally {
    await platform.close()
  }
  return parts
}

/**
 * A database with all migrations and the whole content, from which each story gets a copy.
 * @param content the content folder, or what would lie in it.
 * @throws ContentWrong when the content cannot be published.
 */
export async function prepareTemplate(server: StoryServer, content: string | Content): Promise<StoryDatabase> {
  const all =
    typeof content === 'string'
      ? { sources: await readContent(content), formats: await readFormats(`${content}/format`) }
      : content
  const template = await createMigrated(server)
  try {
    const parts = await publishInto(template, all, 'template')
    const full = await composeStory(parts)
    await giveOrganisations(full, parts.ids)
    await full.dispatcher.settle()
    await full.close()
    await template.close()
    return template
  } catch (error) {
    await template.drop()
    throw error
  }
}

/**
 * A copy of a template with one more package published beside what it holds.
 * @throws ContentWrong when the package cannot be published.
 */
export async function addPackage(
  server: StoryServer,
  template: StoryDatabase,
  content: Content,
  source: PackageSource,
): Promise<StoryDatabase> {
  const copy = await copyOf(server, template)
  try {
    const sources = [...content.sources, source]
    const { database, ...parts } = await publishInto(copy, { ...content, sources }, `template ${source.hash}`)
    const full = await composeStory({ database, ...parts })
    await full.dispatcher.settle()
    await full.close()
    await copy.close()
    return copy
  } catch (error) {
    await copy.drop()
    throw error
  }
}
