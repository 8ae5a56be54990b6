import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listSubscriptions } from '../contract/topic.ts'
import { findService } from '../rules/service-version.ts'
import { listFollowed } from '../store/followed.ts'
import { wordsOfPurpose } from '../views/line-words.ts'

/** Lists the topics that an organisation follows; the title of one that is not published any more is its name. */
export const listSubscriptionsHandler = handle(listSubscriptions, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, port }) {
    const items = (await listFollowed(tx, organisation)).map(followed => {
      const pack = findService(port(packages), followed.topic)?.pack
      const { topic } = followed
      const title = pack === undefined ? { en: topic, ru: topic, kk: topic } : { ...textOf(pack, 'title') }
      return {
        ...followed,
        ...wordsOfPurpose(port(packages), organisation, followed.purpose),
        title,
        provider: topic.split('.')[0] ?? '',
      }
    })
    return { items }
  },
})
