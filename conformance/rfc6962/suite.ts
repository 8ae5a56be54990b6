import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  fromBase64,
  type HashFunction,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from '@tereze/merkle-log'

/** Result of the suite. `wrong` names the files whose verdict differs. */
interface Score {
  readonly suite: string
  readonly total: number
  readonly right: number
  readonly rejected: number
  readonly wrong: readonly string[]
}

type Proof = Record<string, unknown> & { wantErr: boolean }

const sha256: HashFunction = bytes => createHash('sha256').update(bytes).digest()

const bytesOf = (value: unknown) => fromBase64(typeof value === 'string' ? value : '') ?? new Uint8Array(0)
const proofOf = (value: unknown) => (Array.isArray(value) ? value.map(bytesOf) : [])
const numberOf = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)
const rangeOf = (file: Proof) => ({ start: numberOf(file.start), end: numberOf(file.end) })

/** How each folder of the suite is judged. */
const judges: Readonly<Record<string, (file: Proof) => boolean>> = {
  inclusion: file =>
    verifyInclusion(
      {
        index: numberOf(file.leafIdx),
        size: numberOf(file.treeSize),
        leafHash: bytesOf(file.leafHash),
        root: bytesOf(file.root),
        proof: proofOf(file.proof),
      },
      sha256,
    ),
  consistency: file =>
    verifyConsistency(
      {
        before: numberOf(file.size1),
        size: numberOf(file.size2),
        rootBefore: bytesOf(file.root1),
        root: bytesOf(file.root2),
        proof: proofOf(file.proof),
      },
      sha256,
    ),
  subtreeinclusion: file =>
    verifySubtreeInclusion(
      {
        index: numberOf(file.leafIdx),
        subtree: rangeOf(file),
        leafHash: bytesOf(file.leafHash),
        root: bytesOf(file.root),
        proof: proofOf(file.proof),
      },
      sha256,
    ),
  subtreeconsistency: file =>
    verifySubtreeConsistency(
      {
        subtree: rangeOf(file),
        size: numberOf(file.size),
        subtreeRoot: bytesOf(file.root1),
        root: bytesOf(file.root2),
        proof: proofOf(file.proof),
      },
      sha256,
    ),
}

/** Folder of the suite's data and name of the suite. */
export const name = 'rfc6962'

/**
 * Judges every proof under `<data>/rfc6962` and writes the score to `<out>/score.json`.
 * @param options.data folder of the outside test data.
 * @param options.out folder of the score.
 * @returns the score, or null when the data is absent.
 */
export async function run(options: { data: string; out: string }): Promise<Score | null> {
  const folder = join(options.data, name)
  if (!existsSync(folder)) return null
  let total = 0
  let rejected = 0
  const wrong: string[] = []
  for (const [kind, judge] of Object.entries(judges)) {
    for (const path of readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!path.endsWith('.json')) continue
      const file = JSON.parse(readFileSync(join(folder, kind, path), 'utf8')) as Proof
      total += 1
      if (file.wantErr) rejected += 1
      if (judge(file) === file.wantErr) wrong.push(`${kind}/${path}`)
    }
  }
  const score: Score = { suite: name, total, right: total - wrong.length, rejected, wrong }
  writeFileSync(join(options.out, 'score.json'), `${JSON.stringify(score, null, 2)}\n`)
  return score
}
