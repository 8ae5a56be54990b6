import type { Reader } from '@tereze/foundation-database'
import { proofFromTiles, tilesOfProof, toBase64 } from '@tereze/merkle-log'
import { sha256 } from '../rules/log-leaf.ts'
import { findCosigned } from '../store/cosignatures.ts'
import { findCheckpointOf, listTiles } from '../store/log.ts'

async function wayTo(reader: Reader, tenant: string, index: number, size: number) {
  const tiles = await listTiles(reader, tenant, tilesOfProof(index, size))
  const { leaf, proof } = proofFromTiles(index, size, tiles, sha256)
  return { leaf: toBase64(leaf), proof: proof.map(toBase64) }
}

/**
 * Proves a place of a log against the first checkpoint over it, which stamps its time, and against the one that most witnesses cosigned;
 * null while the place is not sealed.
 */
export async function proveLeaf(reader: Reader, tenant: string, index: number) {
  const checkpoint = await findCheckpointOf(reader, tenant, index)
  if (checkpoint === null) return null
  const { size, note } = checkpoint
  const cosigned = await findCosigned(reader, tenant, index)
  return {
    size,
    proved: {
      index,
      ...(await wayTo(reader, tenant, index, size)),
      checkpoint: note,
      cosigned:
        cosigned === null
          ? null
          : {
              size: cosigned.size,
              proof: (await wayTo(reader, tenant, index, cosigned.size)).proof,
              checkpoint: `${cosigned.note}${cosigned.lines.join('')}`,
              witnesses: cosigned.witnesses,
            },
    },
  }
}
