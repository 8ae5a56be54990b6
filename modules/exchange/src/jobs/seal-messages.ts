import type { Tx } from '@tereze/foundation-database'
import type { LogSigner } from '@tereze/foundation-keys'
import { job } from '@tereze/foundation-operations'
import { extendLog, formatCheckpoint } from '@tereze/merkle-log'
import { messageLogSigner } from '../ports/message-log-signer.ts'
import { leafOfEntry, sha256 } from '../rules/log-leaf.ts'
import {
  getLogForUpdate,
  insertCheckpoint,
  listUnsealed,
  listUnsealedTenants,
  updateHorizon,
  updateLog,
} from '../store/log.ts'

const batch = 2000

/** Gives the next entries of the transaction's tenant their leaves, and signs the log with the time; returns how many. */
async function seal(tx: Tx, signer: LogSigner, now: Date): Promise<number> {
  const log = await getLogForUpdate(tx)
  const entries = await listUnsealed(tx, log, batch)
  const last = entries.at(-1)
  if (last !== undefined) {
    const leaves = entries.map(({ entry }) => leafOfEntry(entry))
    const extended = extendLog(log, leaves, sha256)
    updateLog(tx, extended, log.size, entries, log.moved ? log : last)
    const text = formatCheckpoint({
      origin: signer.nameOf(tx.tenant),
      size: extended.size,
      root: extended.root,
      extensions: [`time ${now.toISOString()}`],
    })
    insertCheckpoint(tx, { size: extended.size, note: await signer.sign(tx, text), time: now })
  }
  if (log.moved && entries.length < batch) updateHorizon(tx)
  return entries.length
}

/** Seals the messages there are: a place in the Merkle log for each, and one signed time-stamp for all, every few seconds. */
export const sealMessages = job({
  name: 'exchange.seal-messages',
  every: 5_000,
  patient: true,
  async run({ database, clock, ports }) {
    const signer = ports.get(messageLogSigner)
    let sealed = 0
    for (const tenant of await listUnsealedTenants(database))
      sealed += await database.transaction(tenant, tx => seal(tx, signer, clock.now()))
    return sealed
  },
})
