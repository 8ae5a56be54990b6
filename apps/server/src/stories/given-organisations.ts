import { listPublishedOrganisations } from '@tereze/catalogue/contract'
import type { Ids } from '@tereze/foundation-operations'
import type { StoryPlatform } from './compose-story.ts'
import { load } from './given-people.ts'

const registered = '2020-01-01'

/** Enters the clinics that the content declares into the register of organisations: every story has them. */
export async function giveOrganisations(platform: StoryPlatform, ids: Ids): Promise<void> {
  const records = listPublishedOrganisations(platform.packages)
    .filter(({ kind }) => kind === 'clinic')
    .map(({ id, name, regions }) => ({
      record: ids.newId('organisation'),
      data: { name, kind: 'clinic', tenant: id, region: regions[0] ?? 'north', registeredOn: registered },
      validFrom: registered,
    }))
  if (records.length > 0) await load(platform, new Map([['organisations', records]]))
}
