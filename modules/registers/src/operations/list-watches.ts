import { handle } from '@tereze/foundation-operations'
import { listWatches, type Watch } from '../contract/watch.ts'
import { watcherOf } from '../rules/may-watch.ts'
import { listWatchesOf, type WatchRow } from '../store/watches.ts'

function stateOf({ endedAt, reason, until }: WatchRow, now: Date): Watch['state'] {
  if (endedAt !== null) return reason === 'stopped' ? 'stopped' : 'ended'
  return Date.parse(until) > now.getTime() ? 'open' : 'over'
}

/** Lists what one watches oneself. */
export const listWatchesHandler = handle(listWatches, {
  tenant: input => input.organisation,
  async run({ organisation, register }, { tx, now, actor }) {
    const found = await listWatchesOf(tx, organisation, watcherOf(actor))
    return {
      items: found
        .filter(row => register === undefined || row.register === register)
        .map(row => ({
          watch: row.id,
          register: row.register,
          record: row.record,
          where: row.where === null ? null : { ...row.where },
          madeAt: row.madeAt,
          until: row.until,
          state: stateOf(row, now),
          last:
            row.lastEvent === null || row.lastRecord === null || row.lastAt === null
              ? null
              : { event: row.lastEvent, record: row.lastRecord, at: row.lastAt },
        })),
    }
  },
})
