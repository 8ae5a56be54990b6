import type { Reader } from '@tereze/foundation-database'
import type { LogSigner } from '@tereze/foundation-keys'
import { extendLog, type LogState, parseCheckpoint, sameBytes } from '@tereze/merkle-log'
import { leafOf, sha256 } from './rules/leaf.ts'
import { listCheckpoints, listSealedLines, listTiles } from './store/log.ts'

/** What is wrong with a log, and where. */
export interface LogProblem {
  /** `line-missing`, `line-changed`: a line; `leaf-missing`: a place; the others: the checkpoint of that size. */
  readonly problem: 'line-missing' | 'line-changed' | 'leaf-missing' | 'signature-wrong' | 'root-differs'
  /** Place in the log, or size of the checkpoint. */
  readonly at: number
  readonly line: string | null
}

/** What verifying a log found. */
export interface LogReport {
  readonly tenant: string
  readonly size: number
  readonly checkpoints: number
  readonly problems: readonly LogProblem[]
}

const batch = 2048
const tileWidth = 256
const mostProblems = 100

/**
 * Reads the whole log of an organisation and computes it anew from the lines: every line against its leaf, every signed
 * checkpoint against the tree. Stops at a hundred problems. Lines that have no leaf yet are no problem.
 */
export async function verifyLog(reader: Reader, tenant: string, signer: LogSigner): Promise<LogReport> {
  const problems: LogProblem[] = []
  const checkpoints = await readCheckpoints(reader, tenant, signer, problems)
  let log: LogState = { size: 0, frontier: [] }
  for (const checkpoint of checkpoints) {
    let root: Uint8Array | null = null
    while (log.size < checkpoint.size && problems.length < mostProblems) {
      const lines = await listSealedLines(reader, tenant, log.size, Math.min(batch, checkpoint.size - log.size))
      const leaves = await checkLines(reader, tenant, log.size, lines, problems)
      if (leaves.length === 0) {
        problems.push({ problem: 'leaf-missing', at: log.size, line: null })
        return { tenant, size: log.size, checkpoints: checkpoints.length, problems }
      }
      const extended = extendLog(log, leaves, sha256)
      log = extended
      root = extended.root
    }
    if (problems.length >= mostProblems) break
    if (root !== null && checkpoint.root !== null && !sameBytes(root, checkpoint.root)) {
      problems.push({ problem: 'root-differs', at: checkpoint.size, line: null })
    }
  }
  return { tenant, size: log.size, checkpoints: checkpoints.length, problems }
}

async function readCheckpoints(reader: Reader, tenant: string, signer: LogSigner, problems: LogProblem[]) {
  const checkpoints: { size: number; root: Uint8Array | null }[] = []
  for (let after = 0; ; ) {
    const page = await listCheckpoints(reader, tenant, after, batch)
    for (const { size, note } of page) {
      const text = await signer.open(reader, tenant, note)
      const checkpoint = text === null ? null : parseCheckpoint(text)
      const right = checkpoint?.size === size && checkpoint.origin === signer.nameOf(tenant)
      if (!right) problems.push({ problem: 'signature-wrong', at: size, line: null })
      checkpoints.push({ size, root: right ? checkpoint.root : null })
      after = size
    }
    if (page.length < batch) return checkpoints
  }
}

/** Leaf hashes of lines as the log holds them; lines that give another hash are told of. Ends before a gap. */
async function checkLines(
  reader: Reader,
  tenant: string,
  from: number,
  lines: readonly { index: number; line: string; content: unknown }[],
  problems: LogProblem[],
): Promise<Uint8Array[]> {
  const kept = await keptLeaves(reader, tenant, from, lines.length)
  const leaves: Uint8Array[] = []
  for (const [place, { index, line, content }] of lines.entries()) {
    const leaf = kept[place]
    if (index !== from + place || leaf === undefined) break
    if (content === null) problems.push({ problem: 'line-missing', at: index, line })
    else if (!sameBytes(leafOf(content), leaf)) problems.push({ problem: 'line-changed', at: index, line })
    leaves.push(leaf)
  }
  return leaves
}

async function keptLeaves(reader: Reader, tenant: string, from: number, count: number): Promise<Uint8Array[]> {
  const first = Math.floor(from / tileWidth)
  const last = Math.floor((from + count - 1) / tileWidth)
  const wanted = Array.from({ length: last - first + 1 }, (_, place) => ({ level: 0, index: first + place }))
  const tiles = (await listTiles(reader, tenant, wanted)).sort((a, b) => a.index - b.index)
  const hashes: Uint8Array[] = []
  for (const tile of tiles) {
    const begin = tile.index * tileWidth
    for (let place = 0; place < tile.hashes.length / 32; place++) {
      if (begin + place >= from) hashes.push(tile.hashes.subarray(place * 32, place * 32 + 32))
    }
  }
  return hashes
}
