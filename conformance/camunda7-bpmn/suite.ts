import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkFeel, type Process, parseProcess } from '@tereze/bpmn'
import type { Suite } from '../suite.ts'
import { type RunResult, runOnce } from './interleave.ts'
import { likelyData } from './likely-data.ts'
import {
  committedExpectations,
  type ExpectationScore,
  judgeExpectations,
  judgeOwnModels,
} from './oracle/expectations.ts'

// Every model of Camunda 7's tests is accepted or refused with a reason; every accepted one runs under random
// interleavings with fixed seeds, with errors, escalations, repeated answers and changing data, to its end. What the
// oracle of the standard expects of a model must be what the engine does with it.

const name = 'camunda7-bpmn'
const seeds = 12

/** A model that went wrong, and how. */
interface Finding {
  readonly file: string
  readonly reason: string
}

/** The machine-readable result. `deadlocks` are models in which a join waits for ever in some run, as BPMN has it. */
interface Score {
  readonly suite: string
  readonly total: number
  readonly accepted: number
  readonly refused: readonly Finding[]
  readonly faults: readonly Finding[]
  readonly stuck: readonly Finding[]
  readonly deadlocks: readonly string[]
  readonly runs: number
  readonly ended: number
  readonly expectations: ExpectationScore
  /** Models of our own, with what the outside ones lack. */
  readonly ownModels: ExpectationScore
}

interface Judged {
  readonly faults: readonly string[]
  readonly results: readonly RunResult[]
}

function runAll(processes: readonly Process[]): Judged {
  const likely = likelyData(processes)
  const results: RunResult[] = []
  const faults: string[] = []
  for (const process of processes) {
    for (const { node } of process.beginnings) {
      for (let seed = 1; seed <= seeds; seed++) {
        try {
          const result = runOnce(processes, process, node, likely, seed)
          results.push(result)
          faults.push(...result.faults.map(fault => `${process.id} from ${node}, seed ${seed}: ${fault}`))
          if (seed === 1 && runOnce(processes, process, node, likely, seed).states !== result.states)
            faults.push(`${process.id} from ${node}: not reproducible`)
        } catch (error) {
          faults.push(
            `${process.id} from ${node}, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`,
          )
        }
      }
    }
  }
  return { faults, results }
}

/** Runs all models under a folder. */
async function judge(folder: string): Promise<Score> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(bpmn|xml)$/.test(file))
    .sort()
  const refused: Finding[] = []
  const faults: Finding[] = []
  const stuck: Finding[] = []
  const deadlocks: string[] = []
  let runs = 0
  let ended = 0
  for (const file of files) {
    const parsed = await parseProcess(readFileSync(join(folder, file), 'utf8'), {
      check: checkFeel,
      unreached: 'leave',
    })
    if (!parsed.ok) {
      refused.push({
        file,
        reason: [...new Set(parsed.problems.map(problem => `${problem.code} ${problem.element}`))].join(', '),
      })
      continue
    }
    const { faults: wrong, results } = runAll(parsed.processes)
    runs += results.length
    ended += results.filter(result => result.end === 'ended').length
    for (const reason of wrong.slice(0, 5)) faults.push({ file, reason })
    const ends = new Set(results.map(result => result.end))
    if (ends.has('stuck')) stuck.push({ file, reason: 'no wait state' })
    if (ends.has('deadlock')) deadlocks.push(file)
  }
  const accepted = files.length - refused.length
  const expectations = await judgeExpectations(folder, committedExpectations())
  const ownModels = await judgeOwnModels()
  const total = files.length
  return { suite: name, total, accepted, refused, faults, stuck, deadlocks, runs, ended, expectations, ownModels }
}

/** Files that the committed score accepts and this one refuses. */
function fallen(score: Score, committed: Score | undefined): readonly string[] {
  if (!committed || committed.total !== score.total) return []
  const before = new Set(committed.refused.map(finding => finding.file))
  return score.refused.flatMap(({ file }) => (before.has(file) ? [] : [file]))
}

/** How many models fewer than the committed score do what is expected, with the same data. */
function fewerExpected(score: Score, committed: Score | undefined): number {
  if (!committed?.expectations || committed.total !== score.total) return 0
  return Math.max(0, committed.expectations.passed - score.expectations.passed)
}

export const suite: Suite = {
  name,
  async run({ data, out }) {
    const folder = join(data, name)
    if (!existsSync(folder)) {
      console.log(`${name}: no data at ${folder}`)
      return { passed: 0, failed: 0, ok: process.env.CI !== 'true' }
    }
    const score = await judge(folder)
    if (out !== null) writeFileSync(out, `${JSON.stringify(score, null, 2)}\n`)
    const path = join(import.meta.dirname, 'score.json')
    const committed = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Score) : undefined
    const lost = fallen(score, committed)
    console.log(
      `${name}: ${score.total} models, ${score.accepted} accepted, ${score.refused.length} refused with a reason, ` +
        `${score.faults.length} faults, ${score.stuck.length} stuck; ${score.ended} of ${score.runs} runs ended, ${score.deadlocks.length} models can deadlock`,
    )
    const { expectations, ownModels } = score
    console.log(
      `${name}: expectations ${expectations.passed} of ${expectations.total}, own models ${ownModels.passed} of ${ownModels.total}`,
    )
    const wrong = [...score.faults, ...score.stuck, ...expectations.failed]
    for (const { file, reason } of [...wrong, ...ownModels.failed]) console.log(`  ${file}: ${reason}`)
    for (const file of lost) console.log(`  ${file}: was accepted, is refused`)
    const fewer = fewerExpected(score, committed)
    if (fewer > 0) console.log(`  ${fewer} models fewer do what is expected than before`)
    const failed = new Set(wrong.map(finding => finding.file)).size + lost.length
    return { passed: score.total - failed, failed, ok: failed + fewer + ownModels.failed.length === 0 }
  },
}
