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
import type { Suite, SuiteOptions, SuiteResult } from '../suite.ts'

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

interface Failure {
  readonly group: string
  readonly id: string
  readonly expected: 'accepted' | 'rejected'
}

interface Judged {
  readonly groups: readonly { name: string; total: number; passed: number }[]
  readonly failures: readonly Failure[]
}

function judgeAll(folder: string): Judged {
  const failures: Failure[] = []
  const groups = Object.entries(judges).map(([group, judge]) => {
    const paths = readdirSync(join(folder, group), { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.json'))
      .sort()
    const wrong = paths.filter(path => {
      const file = JSON.parse(readFileSync(join(folder, group, path), 'utf8')) as Proof
      if (judge(file) !== file.wantErr) return false
      failures.push({ group, id: path, expected: file.wantErr ? 'rejected' : 'accepted' })
      return true
    })
    return { name: group, total: paths.length, passed: paths.length - wrong.length }
  })
  return { groups, failures }
}

const scoreFile = join(import.meta.dirname, 'score.json')

function committedPassed(): number {
  return existsSync(scoreFile) ? (JSON.parse(readFileSync(scoreFile, 'utf8')) as { passed: number }).passed : 0
}

function run({ data, out }: SuiteOptions): SuiteResult {
  const folder = join(data, 'rfc6962')
  if (!existsSync(folder)) {
    console.log(`rfc6962: no data in ${data}; set CONFORMANCE_DATA or --data.`)
    return { passed: 0, failed: process.env.CI === 'true' ? 1 : 0, ok: process.env.CI !== 'true' }
  }
  const { groups, failures } = judgeAll(folder)
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const passed = total - failures.length
  for (const group of groups) console.log(`rfc6962 ${group.name}: ${group.passed} of ${group.total}`)
  for (const { group, id, expected } of failures) console.log(`rfc6962 ${group}/${id}: must be ${expected}`)
  const before = committedPassed()
  if (passed > before) writeFileSync(scoreFile, `${JSON.stringify({ suite: 'rfc6962', total, passed }, null, 2)}\n`)
  if (out !== null) {
    const result = { suite: 'rfc6962', total, passed, failed: failures.length, groups, failures }
    writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`)
  }
  return { passed, failed: failures.length, ok: failures.length === 0 && passed >= before }
}

/** Inclusion and consistency proofs of transparency-dev/merkle (RFC 6962, RFC 9162): each must be accepted or rejected as it says. */
export const suite: Suite = { name: 'rfc6962', run }
