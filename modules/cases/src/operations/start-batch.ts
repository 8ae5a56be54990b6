import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { startBatch } from '../contract/batch.ts'
import { versionNotFound } from '../contract/version.ts'
import { findService, ownedBy } from '../definition/service.ts'
import { chooseItems, insertBatch } from '../store/batches.ts'

/** Most cases of one batch; its choice has to fit into one transaction and one line of audit. */
const mostItems = 10_000

/** Starts a batch. */
export const startBatchHandler = handle(startBatch, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, ids, actor } = context
    const { work } = input
    if (work.kind === 'migrate') {
      const target = findService(context.port(packages), work.service, work.to)
      if (target?.version !== work.to || ownedBy(target, input.organisation).owner !== input.organisation)
        return refuse(versionNotFound, { pointer: '/work/to' })
    }
    const found = await chooseItems(tx, input.organisation, work, mostItems + 1)
    const items = found.slice(0, mostItems)
    const reply = { total: items.length, complete: found.length <= mostItems }
    if (input.preview === true) return { batch: null, ...reply }
    const id = ids.newId('batch')
    context.concerns([...new Set(items.map(({ person }) => person))])
    await insertBatch(tx, { id, work, reason: input.reason, official: actor.id, startedAt: now.toISOString() }, items)
    return { batch: id, ...reply }
  },
})
