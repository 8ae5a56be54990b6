import type { Reader } from '@tereze/foundation-database'
import { proofFromTiles, tilesOfProof } from '@tereze/merkle-log'
import { sha256 } from '../rules/leaf.ts'
import { findCheckpointFor } from '../store/cosignatures.ts'
import { findLeafIndex, listTiles } from '../store/log.ts'

/** That a line stands in its log. */
export interface LineProof {
  readonly index: number
  readonly leaf: Uint8Array
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint with the lines of its witnesses. */
  readonly checkpoint: string
}

/** Proves a line out of the kept tiles; null when there is no such line, or it has not been sealed yet. */
export async function proveLine(reader: Reader, tenant: string, line: string): Promise<LineProof | null> {
  const index = await findLeafIndex(reader, tenant, line)
  const checkpoint = index === null ? null : await findCheckpointFor(reader, tenant, index)
  if (index === null || checkpoint === null) return null
  const { size, note, cosignatures } = checkpoint
  const tiles = await listTiles(reader, tenant, tilesOfProof(index, size))
  return { index, ...proofFromTiles(index, size, tiles, sha256), checkpoint: `${note}${cosignatures.join('')}` }
}
