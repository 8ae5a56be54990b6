import type { Database } from '@tereze/foundation-database'
import { sha256 } from '@tereze/foundation-keys'
import { job } from '@tereze/foundation-operations'
import type { WitnessLine } from '@tereze/foundation-witness'
import { consistencyFromTiles, tilesOfConsistency } from '@tereze/merkle-log'
import { witnesses } from '../ports/witnesses.ts'
import {
  getCosignedSize,
  insertCosignature,
  listLogs,
  updateWitness,
  type WitnessState,
} from '../store/cosignatures.ts'
import { findCheckpoint, listTiles } from '../store/log.ts'

/** What came of asking a witness: its lines where it cosigned. */
interface Asked {
  readonly state: WitnessState
  readonly lines: string | null
}

/** Asks a witness to cosign a checkpoint; when what it cosigned last is of another size, asks once more from there. */
async function ask(
  database: Database,
  tenant: string,
  witness: WitnessLine,
  checkpoint: { size: number; note: string },
  known: number,
): Promise<Asked> {
  const { size, note } = checkpoint
  for (let old = known, again = false; ; again = true) {
    const tiles = await listTiles(database, tenant, tilesOfConsistency(old, size))
    const answer = await witness.cosign({ old, note, proof: consistencyFromTiles(old, size, tiles, sha256) })
    if (answer.said === 'cosigned') return { state: 'cosigned', lines: answer.lines }
    if (answer.said === 'silent') return { state: 'silent', lines: null }
    if (answer.said === 'refused' || again) return { state: 'refused', lines: null }
    if (answer.size > size) return { state: 'ahead', lines: null }
    old = answer.size
  }
}

/** Collects for the newest checkpoint of every log the signatures of the witnesses that have not cosigned it yet. */
export const collectCosignatures = job({
  name: 'audit.collect-cosignatures',
  every: 10_000,
  patient: true,
  async run({ database, clock, ports }) {
    const lines = ports.get(witnesses)
    let collected = 0
    for (const tenant of lines.length === 0 ? [] : await listLogs(database)) {
      const checkpoint = await findCheckpoint(database, tenant)
      for (const witness of checkpoint === null ? [] : lines) {
        const known = await getCosignedSize(database, tenant, witness.name)
        if (checkpoint === null || known === checkpoint.size) continue
        const { size } = checkpoint
        const asked =
          known > size
            ? { state: 'ahead' as const, lines: null }
            : await ask(database, tenant, witness, checkpoint, known)
        const time = clock.now()
        await database.transaction(tenant, async tx => {
          if (asked.lines !== null)
            await insertCosignature(tx, { size, witness: witness.name, lines: asked.lines, time })
          await updateWitness(tx, { witness: witness.name, state: asked.state, size, time })
        })
        if (asked.lines !== null) collected += 1
      }
    }
    return collected
  },
})
