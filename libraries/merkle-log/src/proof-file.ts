import { fromBase64, toBase64 } from './base64.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { type HashFunction, hashLeaf } from './hash.ts'
import { type NoteVerifier, openNote } from './note.ts'
import { verifyInclusion } from './verify.ts'

/** That an entry stands in a log, as one text that can be checked without the log (C2SP tlog-proof). */
export interface ProofFile {
  /** Of the application, not proved by itself: here the entry, whose hash is the leaf. */
  readonly extra: Uint8Array | null
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint with the signatures of log and witnesses. */
  readonly checkpoint: string
}

const firstLine = 'c2sp.org/tlog-proof@v1'

/** Text of a proof file. */
export function formatProofFile({ extra, index, proof, checkpoint }: ProofFile): string {
  const head = [firstLine, ...(extra === null ? [] : [`extra ${toBase64(extra)}`]), `index ${index}`]
  return `${[...head, ...proof.map(toBase64)].join('\n')}\n\n${checkpoint}`
}

/** The proof of a text, or null when it is none. */
export function parseProofFile(text: string): ProofFile | null {
  const end = text.indexOf('\n\n')
  if (end < 0) return null
  const [first, ...lines] = text.slice(0, end).split('\n')
  const given = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : undefined
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
  const proof = lines.map(fromBase64).filter(hash => hash !== null)
  if (first !== firstLine || given === null || index === undefined || proof.length !== lines.length) return null
  return { extra: given ?? null, index: Number(index), proof, checkpoint: text.slice(end + 2) }
}

/** What a right proof shows. */
export interface Proved {
  /** The entry itself. */
  readonly entry: Uint8Array
  /** Name of the log. */
  readonly origin: string
  readonly index: number
  /** Entries of the log at the checkpoint. */
  readonly size: number
  /** Names of the witnesses that cosigned the checkpoint. */
  readonly witnesses: readonly string[]
}

/** Why a proof shows nothing. */
export type ProofFault = 'not-a-proof' | 'signature-wrong' | 'log-other' | 'not-included'

/**
 * Checks a proof file that carries its entry, trusting only the keys that are given.
 * @param trusted.log keys of the log; its name is theirs. @param trusted.witnesses keys of witnesses, for what they add.
 */
export async function checkProofFile(
  text: string,
  trusted: { log: readonly NoteVerifier[]; witnesses: readonly NoteVerifier[] },
  hash: HashFunction,
): Promise<Proved | { readonly fault: ProofFault }> {
  const file = parseProofFile(text)
  if (file === null || file.extra === null) return { fault: 'not-a-proof' }
  const opened = await openNote(file.checkpoint, [...trusted.log, ...trusted.witnesses])
  const logs = trusted.log.map(({ name }) => name)
  const by = opened?.signedBy.find(name => logs.includes(name))
  if (opened === null || by === undefined) return { fault: 'signature-wrong' }
  const checkpoint = parseCheckpoint(opened.text)
  if (checkpoint === null) return { fault: 'not-a-proof' }
  if (checkpoint.origin !== by) return { fault: 'log-other' }
  const { size, root } = checkpoint
  const claim = { index: file.index, size, root, proof: file.proof, leafHash: hashLeaf(file.extra, hash) }
  if (!verifyInclusion(claim, hash)) return { fault: 'not-included' }
  return {
    entry: file.extra,
    origin: checkpoint.origin,
    index: file.index,
    size,
    witnesses: opened.signedBy.filter(name => !logs.includes(name)),
  }
}
