import { fromBase64, toBase64 } from './base64.ts'
import { type HashFunction, sameBytes } from './hash.ts'
import { verifyConsistency } from './verify.ts'

/** What a log asks of a witness: to cosign a checkpoint, with the proof that it continues the one of `old` (C2SP tlog-witness). */
export interface CosigningRequest {
  /** Size of the checkpoint that the witness cosigned last; 0 when it never did. */
  readonly old: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint. */
  readonly note: string
}

const mostHashes = 63

/** Body of an `add-checkpoint` request. */
export function formatCosigningRequest({ old, proof, note }: CosigningRequest): string {
  return `${[`old ${old}`, ...proof.map(toBase64)].join('\n')}\n\n${note}`
}

/** An `add-checkpoint` request of a body, or null when it is none. */
export function parseCosigningRequest(body: string): CosigningRequest | null {
  const end = body.indexOf('\n\n')
  if (end < 0) return null
  const [first = '', ...lines] = body.slice(0, end).split('\n')
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1]
  const proof = lines.map(fromBase64)
  if (old === undefined || !Number.isSafeInteger(Number(old)) || proof.length > mostHashes) return null
  const whole = proof.filter(hash => hash !== null)
  return whole.length === proof.length ? { old: Number(old), proof: whole, note: body.slice(end + 2) } : null
}

/** What a witness does with a checkpoint, and why it does not cosign it. */
export type Cosigning =
  /** It continues what was cosigned before. */
  | 'cosign'
  /** The proof begins at another size than that of the last cosigned checkpoint. */
  | 'old-size-other'
  /** The checkpoint is smaller than the size that its proof begins at. */
  | 'old-size-above'
  /** Another root for a size that was cosigned: the log has two histories. */
  | 'root-other'
  /** The proof does not show that the checkpoint continues the last cosigned one. */
  | 'not-consistent'

/**
 * Decides whether a witness may cosign a checkpoint, in the order of C2SP tlog-witness.
 * @param last what it cosigned last of this log; null when nothing.
 */
export function decideCosigning(
  asked: { old: number; proof: readonly Uint8Array[]; size: number; root: Uint8Array },
  last: { size: number; root: Uint8Array } | null,
  hash: HashFunction,
): Cosigning {
  const { old, proof, size, root } = asked
  if (old > size) return 'old-size-above'
  if (old !== (last?.size ?? 0)) return 'old-size-other'
  if (last === null || last.size === 0) return proof.length === 0 ? 'cosign' : 'not-consistent'
  if (size === last.size) return sameBytes(root, last.root) ? 'cosign' : 'root-other'
  return verifyConsistency({ before: last.size, size, rootBefore: last.root, root, proof }, hash)
    ? 'cosign'
    : 'not-consistent'
}
