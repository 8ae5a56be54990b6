import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listLoads } from '../contract/told-load.ts'
import { listTopicDefinitions } from '../rules/topics-of.ts'
import { listLoadsOf } from '../store/loads.ts'

/** Tells how far topics are with a load; of a topic that is published no more nothing is told. */
export const listLoadsHandler = handle(listLoads, {
  tenant: input => input.organisation,
  async run({ organisation, import: load }, { tx, port }) {
    const topics = new Map(listTopicDefinitions(port(packages)).map(({ topic, pack }) => [topic, pack]))
    const found = await listLoadsOf(tx, organisation, load)
    const items = found.flatMap(({ topic, total, looked, told, unfit, unfitRecords, endedAt }) => {
      const pack = topics.get(topic)
      const counts = { total, looked, told, unfit, unfitRecords: [...unfitRecords], endedAt }
      return pack === undefined ? [] : [{ topic, title: { ...textOf(pack, 'title') }, ...counts }]
    })
    return { items }
  },
})
