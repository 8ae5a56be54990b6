import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listQueue } from '../contract/queue.ts'
import { readCursor } from '../rules/cursor.ts'
import { listQueued } from '../store/queue.ts'
import { wordsOfPurpose } from '../views/line-words.ts'

const usualLimit = 50

/** Lists the messages that an organisation sends without waiting, newest first. */
export const listQueueHandler = handle(listQueue, {
  tenant: input => input.organisation,
  async run({ organisation, state, after, limit = usualLimit }, { tx, port }) {
    const found = await listQueued(tx, organisation, state ?? null, readCursor(after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(row => ({
        message: row.id,
        contract: row.contract,
        provider: row.receiver ?? row.contract.split('.')[0] ?? '',
        position: row.position,
        purpose: row.purpose,
        ...wordsOfPurpose(port(packages), organisation, row.purpose),
        case: row.case,
        state: row.state,
        since: row.since,
        due: row.due,
        giveUp: row.giveUp,
        attempts: row.attempts,
        code: row.code,
      })),
      next: found.length > limit && last ? `${last.since}~${last.id}` : null,
    }
  },
})
