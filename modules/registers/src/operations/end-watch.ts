import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { endWatch, watchNotFound } from '../contract/watch.ts'
import { watcherOf } from '../rules/may-watch.ts'
import { endOpenWatch } from '../store/watches.ts'

/** Ends a watch of one's own. */
export const endWatchHandler = handle(endWatch, {
  tenant: input => input.organisation,
  async run({ watch }, { tx, now, actor }) {
    const ended = await endOpenWatch(tx, watch, { watcher: watcherOf(actor), reason: 'ended', now })
    return ended ? { watch } : refuse(watchNotFound, { pointer: '/watch' })
  },
})
