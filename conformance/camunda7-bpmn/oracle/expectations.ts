import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkFeel, parseProcess } from '@tereze/bpmn'
import { disputed } from './disputed.ts'
import { difference, driveEngine } from './drive-engine.ts'
import { readModel } from './read-model.ts'
import { type Expectation, expectationsOf } from './script.ts'

/** What is expected of a model; it is told by its hash and size, its text stays outside. */
export interface ModelExpectations {
  readonly file: string
  readonly sha256: string
  /** In bytes. */
  readonly size: number
  readonly runs: readonly Expectation[]
}

/** How the engine did against the committed expectations, counted in models. */
export interface ExpectationScore {
  readonly total: number
  readonly passed: number
  readonly failed: readonly { readonly file: string; readonly reason: string }[]
}

/** Where the committed expectations are. */
export const expectationsFile = join(import.meta.dirname, '../expectations.json')

/** What the oracle expects of a model; null when it does not understand it or nothing can be expected. */
export function expectModel(file: string, text: string): ModelExpectations | null {
  const runs = understood(text)
  if (runs.length === 0) return null
  const bytes = Buffer.from(text)
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, runs }
}

function understood(text: string): readonly Expectation[] {
  try {
    return expectationsOf(readModel(text))
  } catch {
    return []
  }
}

/** The model files of a folder, in order. */
export function modelFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(bpmn|xml)$/.test(file))
    .sort()
}

/** The expectations of every model of a folder that the engine accepts and the oracle understands. */
export async function expectFolder(folder: string): Promise<readonly ModelExpectations[]> {
  const found: ModelExpectations[] = []
  for (const file of modelFiles(folder)) {
    const text = readFileSync(join(folder, file), 'utf8')
    if (!(await parseProcess(text, { check: checkFeel, unreached: 'leave' })).ok) continue
    const expected = expectModel(file, text)
    if (expected) found.push(expected)
  }
  return found
}

/** As text: one line a run, so that a change of one is a change of one line. */
export function writeExpectations(models: readonly ModelExpectations[]): string {
  const lines = models.map(({ file, runs, sha256, size }) => {
    const head = JSON.stringify({ file, sha256, size }).slice(0, -1)
    return `${head},"runs":[\n${runs.map(run => `  ${JSON.stringify(run)}`).join(',\n')}\n]}`
  })
  return `[\n${lines.join(',\n')}\n]\n`
}

/** The committed expectations. */
export function committedExpectations(): readonly ModelExpectations[] {
  return existsSync(expectationsFile)
    ? (JSON.parse(readFileSync(expectationsFile, 'utf8')) as readonly ModelExpectations[])
    : []
}

/** The first way in which the engine does not do what is expected of a model; null when it does. */
export async function failureOf(text: string, runs: readonly Expectation[]): Promise<string | null> {
  const parsed = await parseProcess(text, { check: checkFeel, unreached: 'leave' })
  if (!parsed.ok) return 'refused'
  const model = readModel(text)
  for (const run of runs) {
    const wrong = difference(run, driveEngine(parsed.processes, model, run))
    if (wrong !== null) return `from ${run.start ?? run.process}, ${JSON.stringify(run.steps)}: ${wrong}`
  }
  return null
}

/**
 * Runs the engine against the committed expectations of the models that are in the folder as they were. A model also fails
 * when the oracle no longer expects what is committed.
 */
export async function judgeExpectations(
  folder: string,
  committed: readonly ModelExpectations[],
): Promise<ExpectationScore> {
  const failed: { file: string; reason: string }[] = []
  let total = 0
  for (const { file, runs, sha256 } of committed) {
    if (!existsSync(join(folder, file))) continue
    const text = readFileSync(join(folder, file), 'utf8')
    if (createHash('sha256').update(text).digest('hex') !== sha256) continue
    total++
    const anew = expectModel(file, text)
    const reason =
      JSON.stringify(anew?.runs) === JSON.stringify(runs)
        ? await failureOf(text, runs)
        : 'the oracle expects something else than is committed: node conformance/camunda7-bpmn/oracle/write-expectations.ts'
    if (reason !== null) failed.push({ file, reason })
  }
  return { total, passed: total - failed.length, failed }
}

/** Runs the engine through the own models, which have what the outside ones lack, except those that are disputed. */
export async function judgeOwnModels(): Promise<ExpectationScore> {
  const folder = join(import.meta.dirname, 'models')
  const files = modelFiles(folder).filter(file => disputed[file] === undefined)
  const failed: { file: string; reason: string }[] = []
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
    const reason = await failureOf(text, expectationsOf(readModel(text)))
    if (reason !== null) failed.push({ file: `oracle/models/${file}`, reason })
  }
  return { total: files.length, passed: files.length - failed.length, failed }
}
