import { evaluateFeel, type Json } from '@tereze/bpmn'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { listVersions, type RegisterRecord, recordChanged, recordRegistered } from '@tereze/registers/contract'
import { eventStarts } from '../definition/event-starts.ts'
import { recordSeen } from '../rules/record-seen.ts'
import { insertBeginnings } from '../store/beginnings.ts'

/**
 * A record of the owner was added or changed: a case begins of each service whose condition has become true by it. It has not when the
 * version before fulfilled it already. Records that are loaded in bulk begin nothing.
 */
export const onRecord = subscriber({
  name: 'cases.on-record',
  on: [recordRegistered, recordChanged],
  async tenant({ tenant, data }, ports) {
    const starts = await eventStarts(ports.get(packages))
    const concerned = starts.some(
      ({ service, register, definition }) =>
        definition.type === 'condition' && service.owner === tenant && register === data.register,
    )
    return concerned ? tenant : null
  },
  async react({ id, data }, context) {
    const { tx, now } = context
    const { register, record, version } = data
    const versions = await context.call(listVersions, { organisation: tx.tenant, register, record })
    if (isRefused(versions)) throw new Error(`record ${record} of ${register}: ${versions.code}`)
    const all = context.port(packages)
    const { zone } = getOrganisation(all, tx.tenant)
    const at = (wanted: number) => versions.items.find(one => one.version === wanted)
    const holds = (condition: string, one: RegisterRecord | undefined) =>
      one !== undefined &&
      evaluateFeel(condition, { record: recordSeen(one) as Json }, { now: now.toISOString(), zone }).value === true
    const current = at(version)
    if (current === undefined) return
    const begun = (await eventStarts(all)).filter(
      ({ service, register: of, definition }) =>
        definition.type === 'condition' &&
        service.owner === tx.tenant &&
        of === register &&
        holds(definition.condition, current) &&
        !holds(definition.condition, at(version - 1)),
    )
    await insertBeginnings(
      tx,
      begun.map(start => ({
        id: `${id}/${start.id}`,
        service: start.service.id,
        serviceVersion: start.service.version,
        node: start.node,
        event: start.event,
        kind: 'condition',
        businessKey: null,
        content: { record: recordSeen(current) },
      })),
      now,
    )
  },
})
