import type { Tx } from '@tereze/foundation-database'
import type { LogSigner } from '@tereze/foundation-keys'
import { job } from '@tereze/foundation-operations'
import { extendLog, formatCheckpoint } from '@tereze/merkle-log'
import { logSigner } from '../ports/log-signer.ts'
import { leafOf, sha256 } from '../rules/leaf.ts'
import {
  getLogForUpdate,
  insertCheckpoint,
  listUnsealedLines,
  listUnsealedTenants,
  updateHorizon,
  updateLog,
} from '../store/log.ts'

const batch = 2000

/** Gives the next lines of the transaction's tenant their leaves and signs the log; returns how many. */
async function seal(tx: Tx, signer: LogSigner, now: Date): Promise<number> {
  const log = await getLogForUpdate(tx)
  const lines = await listUnsealedLines(tx, log, batch)
  const last = lines.at(-1)
  if (last !== undefined) {
    const extended = extendLog(
      log,
      lines.map(line => leafOf(line.content)),
      sha256,
    )
    await updateLog(
      tx,
      extended,
      log.size,
      lines.map(line => line.id),
      log.moved ? log : last,
    )
    const text = formatCheckpoint({
      origin: signer.nameOf(tx.tenant),
      size: extended.size,
      root: extended.root,
      extensions: [],
    })
    await insertCheckpoint(tx, { size: extended.size, note: await signer.sign(tx, text), time: now })
  }
  if (log.moved && lines.length < batch) await updateHorizon(tx)
  return lines.length
}

/**
 * Seals what was committed: every line gets its place in the Merkle log of its organisation, and the log a signed
 * checkpoint, within a second.
 */
export const sealLines = job({
  name: 'audit.seal-lines',
  every: 500,
  patient: true,
  async run({ database, clock, ports }) {
    const signer = ports.get(logSigner)
    let sealed = 0
    for (const tenant of await listUnsealedTenants(database)) {
      sealed += await database.transaction(tenant, tx => seal(tx, signer, clock.now()))
    }
    return sealed
  },
})
