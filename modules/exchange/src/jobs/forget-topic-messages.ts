import { packages } from '@tereze/catalogue/contract'
import { job } from '@tereze/foundation-operations'
import { millisecondsOf } from '../rules/term.ts'
import { listTopicDefinitions } from '../rules/topics-of.ts'
import { deleteOldMessages, listKeepers } from '../store/publications.ts'

/** Destroys messages of topics, said and taken, that were kept as long as the contract says. */
export const forgetTopicMessages = job({
  name: 'exchange.forget-topic-messages',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, ports, write }) {
    let forgotten = 0
    for (const { topic, contract } of listTopicDefinitions(ports.get(packages))) {
      const kept = millisecondsOf(contract.serves.topic.keep)
      if (kept === null) continue
      const before = new Date(clock.now().getTime() - kept)
      for (const tenant of await listKeepers(database, topic))
        forgotten += await write(tenant, ({ tx }) => deleteOldMessages(tx, topic, before))
    }
    return forgotten
  },
})
