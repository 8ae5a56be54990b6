import { bookkeeping, type Database } from '@tereze/foundation-database'
import { resetSubscriber } from './store/cursors.ts'

/**
 * Lets a subscriber see events again from after a position (0: from the beginning). Its reaction must be able to rebuild what it keeps.
 * The node that leads must be stopped or restarted afterwards, since it remembers cursors.
 */
export async function replaySubscriber(database: Database, subscriber: string, after: number): Promise<void> {
  await database.transaction(bookkeeping, tx => resetSubscriber(tx, subscriber, after))
}
