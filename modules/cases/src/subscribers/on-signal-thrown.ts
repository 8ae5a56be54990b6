import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { signalThrown } from '../contract/message.ts'
import { eventStarts, nameOfEvent } from '../definition/event-starts.ts'
import { insertBeginnings } from '../store/beginnings.ts'
import { findMessage, listHearing } from '../store/messages.ts'
import { insertWork } from '../store/work.ts'

/** The place of a wait in the sequence of its instance. */
const sequenceOf = (wait: string) => Number(wait.slice(wait.lastIndexOf(':') + 1))

/**
 * A signal becomes work for every instance that waited for it when it was thrown, but for the one that threw it, and begins a case of
 * every service of the organisation that begins so.
 */
export const onSignalThrown = subscriber({
  name: 'cases.on-signal-thrown',
  on: [signalThrown],
  tenant: event => event.data.organisation,
  async react({ data }, { tx, now, port }) {
    const signal = await findMessage(tx, data.from, data.signal)
    if (signal === null) return
    const hearing = (await listHearing(tx, tx.tenant, data.name, signal.sentAt)).filter(
      ({ instance }) => instance !== signal.instance,
    )
    const last = new Map<string, { caseId: string; before: number }>()
    for (const { id, caseId, instance } of hearing) {
      const before = Math.max(sequenceOf(id) + 1, last.get(instance)?.before ?? 0)
      last.set(instance, { caseId, before })
    }
    await insertWork(
      tx,
      [...last].map(([instance, { caseId, before }]) => ({
        id: `${data.signal}/${instance}`,
        caseId,
        instance,
        kind: 'signal',
        detail: { name: data.name, before, content: signal.content },
        dueAt: now,
        since: now.toISOString(),
      })),
    )
    const starts = (await eventStarts(port(packages))).filter(
      ({ service, definition }) => service.owner === tx.tenant && nameOfEvent(definition, 'signal') === data.name,
    )
    await insertBeginnings(
      tx,
      starts.map(({ id, service, node, event }) => ({
        id: `${data.signal}/${id}`,
        service: service.id,
        serviceVersion: service.version,
        node,
        event,
        kind: 'signal',
        businessKey: null,
        content: signal.content,
      })),
      now,
    )
  },
})
