import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { recordsImported } from '@tereze/registers/contract'
import { millisecondsOf } from '../rules/term.ts'
import { type PublishedTopic, topicsOf } from '../rules/topics-of.ts'
import { insertLoad, isFollowed } from '../store/loads.ts'

const tellsOfLoads = ({ contract }: PublishedTopic) =>
  contract.serves.topic.on.some(event => event === 'registered' || event === 'changed')

/** Records were loaded: topics of the register that somebody follows tell of them, in portions by a job. */
export const onImported = subscriber({
  name: 'exchange.on-imported',
  on: [recordsImported],
  tenant: ({ tenant, data }, ports) =>
    topicsOf(ports.get(packages), tenant, data.register).some(tellsOfLoads) ? tenant : null,
  async react({ tenant, data }, { tx, now, port }) {
    const { register, import: load, count: total } = data
    for (const published of topicsOf(port(packages), tenant, register).filter(tellsOfLoads)) {
      const { topic, contract } = published
      const kept = millisecondsOf(contract.serves.topic.keep) ?? now.getTime()
      if (await isFollowed(tx, tenant, topic, new Date(now.getTime() - kept)))
        insertLoad(tx, { topic, load, register, total, now })
    }
  },
})
