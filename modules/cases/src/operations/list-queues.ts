import { countUnnumbered, listStuck } from '@tereze/foundation-events'
import { handle } from '@tereze/foundation-operations'
import { listQueues } from '../contract/incident.ts'
import { countWork } from '../store/incidents.ts'
import { ownTextOr, sameText } from '../views/words.ts'

/** Most stuck reactions that are counted. */
const mostStuck = 100

/** Shows the queues. */
export const listQueuesHandler = handle(listQueues, {
  tenant: input => input.organisation,
  async run(input, { tx, now }) {
    const work = await countWork(tx, input.organisation, now)
    return {
      at: now.toISOString(),
      queues: work.map(row => ({ ...row, title: ownTextOr(`queue.${row.kind}`, sameText(row.kind)) })),
      unannounced: await countUnnumbered(tx),
      stuck: (await listStuck(tx, mostStuck)).length,
    }
  },
})
