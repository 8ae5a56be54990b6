import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { recordChanged, recordDestroyed, recordRegistered, recordsMerged } from '@tereze/registers/contract'
import type { TopicEvent } from '../contract/topic-event.ts'
import { topicsOf } from '../rules/topics-of.ts'
import type { NewPublication } from '../store/publications.ts'
import { preparePublication, publish } from '../topics/publish.ts'

const eventOf: Readonly<Record<string, TopicEvent>> = {
  [recordRegistered.type]: 'registered',
  [recordChanged.type]: 'changed',
  [recordsMerged.type]: 'merged',
  [recordDestroyed.type]: 'destroyed',
}

/** Something happened to a record: it is said on the topics that tell of it. */
export const onRecord = subscriber({
  name: 'exchange.on-record',
  on: [recordRegistered, recordChanged, recordsMerged, recordDestroyed],
  tenant: (event, ports) =>
    topicsOf(ports.get(packages), event.tenant, event.data.register).length > 0 ? event.tenant : null,
  async react({ tenant, type, time, data }, context) {
    const event = eventOf[type]
    const record = 'merged' in data ? data.merged : data.record
    const prepared: NewPublication[] = []
    for (const published of topicsOf(context.port(packages), tenant, data.register)) {
      if (event === undefined || !published.contract.serves.topic.on.includes(event)) continue
      const publication = await preparePublication(context, published, { event, record, time })
      if (publication !== null) prepared.push(publication)
    }
    await publish(context, prepared)
  },
})
