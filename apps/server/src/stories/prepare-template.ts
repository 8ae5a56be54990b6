import { publishContent } from '../composition/publish.ts'
import { composeStory } from './compose-story.ts'
import { giveOrganisations } from './given-organisations.ts'
import { storyClock } from './story-clock.ts'
import { createMigrated, type StoryDatabase, type StoryServer } from './story-database.ts'
import { storyIds } from './story-ids.ts'

/** The instant at which the content of all stories was published: before any of them begins. */
const published = '2020-01-01T00:00:00Z'

/**
 * A database with all migrations and the whole content, from which each story gets a copy.
 * @throws ContentWrong when the content cannot be published.
 */
export async function prepareTemplate(server: StoryServer, content: string): Promise<StoryDatabase> {
  const template = await createMigrated(server)
  const clock = storyClock(published)
  const parts = { database: template.database, clock, ids: storyIds('template', clock) }
  const empty = await composeStory(parts)
  await publishContent(content, empty.runner, empty.packages)
  await empty.close()
  const full = await composeStory(parts)
  await giveOrganisations(full, parts.ids)
  await full.dispatcher.settle()
  await full.close()
  await template.close()
  return template
}
