import { packages } from '@tereze/catalogue/contract'
import { job } from '@tereze/foundation-operations'
import { eventStarts, nameOfEvent } from '../definition/event-starts.ts'
import { beginByMessages, dueMessageStarts, listTenantsStarting } from '../store/beginnings.ts'

/** Lets messages begin cases where nobody waits for them and a service of their organisation begins so. */
export const beginByWaitingMessages = job({
  name: 'cases.begin-by-messages',
  every: 1000,
  due: dueMessageStarts,
  async run({ ports, database, clock, write }) {
    const starts = await eventStarts(ports.get(packages))
    const starting = starts.flatMap(({ service, node, event, definition }) => {
      const name = nameOfEvent(definition, 'message')
      const { id, version, owner } = service
      return name === null ? [] : [{ name, owner, service: id, serviceVersion: version, node, event }]
    })
    if (starting.length === 0) return 0
    const now = clock.now()
    let begun = 0
    for (const tenant of await listTenantsStarting(
      database,
      starting.map(({ name }) => name),
      now,
    )) {
      const own = starting.filter(({ owner }) => owner === tenant)
      if (own.length > 0) begun += await write(tenant, ({ tx }) => beginByMessages(tx, own, now))
    }
    return begun
  },
})
