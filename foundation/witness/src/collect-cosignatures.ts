import { sha256 } from '@tereze/foundation-keys'
import { consistencyFromTiles, type KeptTile, tilesOfConsistency } from '@tereze/merkle-log'
import type { WitnessLine } from './witness-line.ts'

/** How it stands with a witness: it cosigned, it refused, it knows a longer log than there is, it cannot be reached. */
export type WitnessState = 'cosigned' | 'refused' | 'ahead' | 'silent'

/** What came of asking a witness to cosign the checkpoint of a size: its lines where it cosigned. */
export interface Asked {
  readonly witness: string
  readonly size: number
  readonly state: WitnessState
  readonly lines: string | null
  /** Size of what it had cosigned before, as far as it is known here; 0 when nothing. */
  readonly known: number
}

/**
 * What a witness begins to doubt a log by: it had cosigned it and refuses to go on, or knows a longer one than there is; null when it
 * does not. One that never cosigned may only not know the log yet.
 */
export function doubtOf(
  before: WitnessState | null,
  { state, known }: Pick<Asked, 'state' | 'known'>,
): 'refused' | 'ahead' | null {
  if (state === 'ahead') return before === 'ahead' ? null : state
  return state === 'refused' && known > 0 && before !== 'refused' && before !== 'ahead' ? state : null
}

/** Logs of one kind, one of each organisation, as those who keep them give them out. */
export interface WitnessedLogs {
  /** Organisations that have one. */
  list(): Promise<readonly string[]>
  /** The newest signed checkpoint; null where there is none yet. */
  checkpoint(tenant: string): Promise<{ readonly size: number; readonly note: string } | null>
  /** Size of the newest checkpoint that a witness cosigned; 0 when none. */
  cosignedSize(tenant: string, witness: string): Promise<number>
  tiles(tenant: string, wanted: readonly { level: number; index: number }[]): Promise<readonly KeptTile[]>
  /** Keeps how it stands, and the lines where there are some. */
  keep(tenant: string, asked: Asked): Promise<void>
}

/** Asks a witness to cosign a checkpoint; when what it cosigned last is of another size, asks once more from there. */
async function ask(
  logs: WitnessedLogs,
  tenant: string,
  witness: WitnessLine,
  checkpoint: { readonly size: number; readonly note: string },
  known: number,
): Promise<Pick<Asked, 'state' | 'lines'>> {
  const { size, note } = checkpoint
  if (known > size) return { state: 'ahead', lines: null }
  for (let old = known, again = false; ; again = true) {
    const tiles = await logs.tiles(tenant, tilesOfConsistency(old, size))
    const answer = await witness.cosign({ old, note, proof: consistencyFromTiles(old, size, tiles, sha256) })
    if (answer.said === 'cosigned') return { state: 'cosigned', lines: answer.lines }
    if (answer.said === 'silent') return { state: 'silent', lines: null }
    if (answer.said === 'refused' || again) return { state: 'refused', lines: null }
    if (answer.size > size) return { state: 'ahead', lines: null }
    old = answer.size
  }
}

/** Collects for the newest checkpoint of every log the signatures of the witnesses that have not cosigned it yet; how many came. */
export async function collectCosignatures(witnesses: readonly WitnessLine[], logs: WitnessedLogs): Promise<number> {
  let collected = 0
  for (const tenant of witnesses.length === 0 ? [] : await logs.list()) {
    const checkpoint = await logs.checkpoint(tenant)
    for (const witness of checkpoint === null ? [] : witnesses) {
      const known = await logs.cosignedSize(tenant, witness.name)
      if (checkpoint === null || known === checkpoint.size) continue
      const asked = await ask(logs, tenant, witness, checkpoint, known)
      await logs.keep(tenant, { witness: witness.name, size: checkpoint.size, known, ...asked })
      if (asked.lines !== null) collected += 1
    }
  }
  return collected
}
