import type { Reader } from '@tereze/foundation-database'
import type { LogSigner } from '@tereze/foundation-keys'
import {
  type Checkpoint,
  type ExtendedLog,
  extendLog,
  joined,
  type LogState,
  parseCheckpoint,
  sameBytes,
} from '@tereze/merkle-log'
import { leafOf, sha256 } from './rules/leaf.ts'
import { sameAsContent } from './rules/same-as-content.ts'
import { findCheckpoint, listCheckpoints, listTiles } from './store/log.ts'
import {
  getLogSize,
  type KeptLine,
  listInsertedLines,
  listKeptLines,
  listStraySubjects,
  listUpperTiles,
} from './store/verify.ts'

/** What is wrong with a log, and where. */
export interface LogProblem {
  /**
   * `line-missing`, `line-changed`, `line-inserted`: a line. `access-missing`, `access-inserted`: a line that the list of accesses of
   * whom it is about leaves out, or has without reason. `leaf-missing`, `leaf-inserted`: a place. `tile-changed`: hashes of the tree, at
   * the first place that they cover. `root-differs`, `signature-wrong`, `unsigned`: the checkpoint of that size, `from` the one before it
   * on. `witness-differs`, `shorter-than-witnessed`: what a witness saw at that size.
   */
  readonly problem:
    | 'line-missing'
    | 'line-changed'
    | 'line-inserted'
    | 'access-missing'
    | 'access-inserted'
    | 'leaf-missing'
    | 'leaf-inserted'
    | 'tile-changed'
    | 'signature-wrong'
    | 'root-differs'
    | 'unsigned'
    | 'witness-differs'
    | 'shorter-than-witnessed'
  /** Place in the log, or size of the checkpoint; null where the line has no place. */
  readonly at: number | null
  /** First place of those that the problem may be at. */
  readonly from?: number
  readonly line: string | null
  /** Whose view differs. */
  readonly witness?: string
}

/** What verifying a log found. */
export interface LogReport {
  readonly tenant: string
  readonly size: number
  readonly checkpoints: number
  /** Names of the witnesses whose newest checkpoint the log agrees with. */
  readonly witnessed: readonly string[]
  readonly problems: readonly LogProblem[]
}

/** What a witness of another organisation has seen of the log. */
export interface WitnessedState {
  readonly witness: string
  readonly checkpoint: Checkpoint
}

interface Stop {
  readonly size: number
  /** Null where the checkpoint is not believed. */
  readonly root: Uint8Array | null
  readonly witness: string | null
}

const batch = 2048
const tileWidth = 256
const mostProblems = 100

/**
 * Reads the whole log of an organisation and computes it anew from the lines: every line against its leaf, the list of accesses
 * against the lines, every tile, signed checkpoint and witness against the tree. Stops at a hundred problems. Lines that have no leaf yet
 * are no problem.
 * @param witnessed what witnesses keep: only they show that a whole log was written anew by somebody who has the keys too.
 */
export async function verifyLog(
  reader: Reader,
  tenant: string,
  signer: LogSigner,
  witnessed: readonly WitnessedState[] = [],
): Promise<LogReport> {
  const problems: LogProblem[] = []
  const checkpoints = await readCheckpoints(reader, tenant, signer, problems)
  const stops: Stop[] = [
    ...checkpoints.map(({ size, root }) => ({ size, root, witness: null })),
    ...witnessed.map(({ witness, checkpoint }) => ({ ...checkpoint, witness })),
  ].sort((a, b) => a.size - b.size)
  const signed = checkpoints.at(-1)?.size ?? 0
  const agreed: string[] = []
  const tiles = new Map<string, Uint8Array>()
  let log: LogState = { size: 0, frontier: [] }
  let root: Uint8Array | null = null
  let sound = 0
  let broken = false
  for (const stop of stops) {
    while (log.size < stop.size && log.size < signed && problems.length < mostProblems) {
      const lines = await listKeptLines(reader, tenant, log.size, Math.min(batch, stop.size - log.size))
      const leaves = await checkLines(reader, tenant, log.size, lines, problems)
      if (leaves.length === 0) break
      const extended: ExtendedLog = extendLog(log, leaves, sha256)
      gather(tiles, extended)
      log = extended
      root = extended.root
    }
    if (problems.length >= mostProblems) break
    if (log.size < stop.size) {
      problems.push(
        stop.witness === null
          ? { problem: 'leaf-missing', at: log.size, line: null }
          : { problem: 'shorter-than-witnessed', at: stop.size, from: log.size, line: null, witness: stop.witness },
      )
      if (stop.witness === null) break
      continue
    }
    const same = stop.root === null || (root !== null && sameBytes(root, stop.root))
    if (stop.witness !== null) {
      if (same) agreed.push(stop.witness)
      else problems.push({ problem: 'witness-differs', at: stop.size, line: null, witness: stop.witness })
    } else if (same) {
      if (!broken && stop.root !== null) sound = stop.size
    } else if (!broken) {
      // All that follows differs for the same reason: one is told, with the places between which it is.
      broken = true
      problems.push({ problem: 'root-differs', at: stop.size, from: sound, line: null })
    }
  }
  if (problems.length < mostProblems) problems.push(...(await checkBeside(reader, tenant, { signed, log, tiles })))
  return {
    tenant,
    size: log.size,
    checkpoints: checkpoints.length,
    witnessed: agreed,
    problems: problems.slice(0, mostProblems),
  }
}

/** What is wrong beside the tree itself: rows that nothing in it accounts for, its own upper hashes, an end that nobody signed. */
async function checkBeside(
  reader: Reader,
  tenant: string,
  computed: { signed: number; log: LogState; tiles: ReadonlyMap<string, Uint8Array> },
): Promise<LogProblem[]> {
  const { signed, log, tiles } = computed
  const inserted = await listInsertedLines(reader, tenant, mostProblems)
  const strays = await listStraySubjects(reader, tenant, mostProblems)
  const after = await listKeptLines(reader, tenant, signed, mostProblems)
  const size = await getLogSize(reader, tenant)
  // The log may have grown meanwhile: what was read above is signed by a checkpoint that is read after it.
  const newest = (await findCheckpoint(reader, tenant))?.size ?? 0
  const upper = log.size < signed ? [] : await listUpperTiles(reader, tenant)
  const changed = upper.filter(({ level, index, hashes }) => {
    const right = tiles.get(`${level}/${index}`)
    if (right === undefined) return index * tileWidth ** (level + 1) + tileWidth ** level <= log.size
    return !sameBytes(hashes.subarray(0, right.length), right)
  })
  return [
    ...inserted.map(line => ({ problem: 'line-inserted' as const, at: null, line })),
    ...strays.map(line => ({ problem: 'access-inserted' as const, at: null, line })),
    ...after
      .filter(({ index }) => index >= newest)
      .map(({ index, line }) => ({ problem: 'leaf-inserted' as const, at: index, line })),
    ...changed.map(({ level, index }) => ({
      problem: 'tile-changed' as const,
      at: index * tileWidth ** (level + 1),
      line: null,
    })),
    ...(size > newest ? [{ problem: 'unsigned' as const, at: size, from: newest, line: null }] : []),
  ]
}

/** Adds what an append gave to the upper tiles, as the sealer does. */
function gather(tiles: Map<string, Uint8Array>, { tiles: grown }: ExtendedLog): void {
  for (const { level, index, hashes } of grown) {
    if (level === 0) continue
    const place = `${level}/${index}`
    tiles.set(place, joined(tiles.get(place) ?? new Uint8Array(0), hashes))
  }
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
  lines: readonly KeptLine[],
  problems: LogProblem[],
): Promise<Uint8Array[]> {
  const kept = await keptLeaves(reader, tenant, from, lines.length)
  const leaves: Uint8Array[] = []
  for (const [place, kept_] of lines.entries()) {
    const { index, line, content } = kept_
    const leaf = kept[place]
    if (index !== from + place || leaf === undefined) break
    const problem = (name: LogProblem['problem']) => problems.push({ problem: name, at: index, line })
    if (content === null) problem('line-missing')
    else if (!sameBytes(leafOf(content), leaf)) problem('line-changed')
    else for (const name of sameAsContent(tenant, kept_)) problem(name)
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
