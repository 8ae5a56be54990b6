import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Suite, SuiteOptions, SuiteResult } from '../suite.ts'
import { type Checked, checkFolder } from './cases.ts'

interface Score {
  readonly passed: number
  readonly total: number
  readonly positives: { readonly passed: number; readonly total: number }
}

interface KnownFailure {
  readonly group: string
  readonly id: string
  readonly clause: string
  readonly reason: string
}

const SCORE = join(import.meta.dirname, 'score.json')
const KNOWN = join(import.meta.dirname, 'known-failures.json')

/** Folders with test cases, at any depth: the kit's own layout, a folder of it, or a single case folder. */
function folders(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true })
  const own = entries.some(entry => entry.isFile() && entry.name.endsWith('.xml')) ? [path] : []
  return [
    ...own,
    ...entries.filter(entry => entry.isDirectory()).flatMap(entry => folders(join(path, entry.name))),
  ].sort()
}

function scoreOf(checked: readonly Checked[]): Score {
  const positives = checked.filter(one => one.positive)
  return {
    passed: checked.filter(one => one.passed).length,
    total: checked.length,
    positives: { passed: positives.filter(one => one.passed).length, total: positives.length },
  }
}

function locate(data: string): string | null {
  const inside = join(data, 'dmn-tck')
  if (existsSync(inside)) return inside
  return existsSync(data) && folders(data).length > 0 ? data : null
}

function readKnown(): readonly KnownFailure[] {
  return existsSync(KNOWN) ? (JSON.parse(readFileSync(KNOWN, 'utf8')) as KnownFailure[]) : []
}

function run(options: SuiteOptions): SuiteResult {
  const data = locate(options.data)
  if (data === null) {
    console.log(`dmn-tck: no data in ${options.data}; set CONFORMANCE_DATA or --data.`)
    const needed = options.given || process.env.CI === 'true'
    return { passed: 0, failed: needed ? 1 : 0, ok: !needed }
  }
  const groups = folders(data).map(folder => ({
    name: basename(folder),
    checked: checkFolder(folder, basename(folder)),
  }))
  for (const group of groups) {
    const { passed, total, positives } = scoreOf(group.checked)
    console.log(
      `${passed === total ? '✓' : '✗'} ${group.name}: ${passed} of ${total} (non-null ${positives.passed} of ${positives.total})`,
    )
  }
  const checked = groups.flatMap(group => group.checked)
  const score = scoreOf(checked)
  const whole = groups.filter(group => group.checked.every(one => one.passed)).length
  console.log(
    `dmn-tck: ${score.passed} of ${score.total}, non-null ${score.positives.passed} of ${score.positives.total}, folders whole ${whole} of ${groups.length}`,
  )
  if (options.out !== null) writeResult(options.out, groups, checked, score)
  return { passed: score.passed, failed: score.total - score.passed, ok: holds(checked, score) }
}

function writeResult(
  out: string,
  groups: readonly { readonly name: string; readonly checked: readonly Checked[] }[],
  checked: readonly Checked[],
  score: Score,
): void {
  const result = {
    suite: 'dmn-tck',
    total: score.total,
    passed: score.passed,
    failed: score.total - score.passed,
    positives: score.positives,
    groups: groups.map(group => ({
      name: group.name,
      total: group.checked.length,
      passed: group.checked.filter(one => one.passed).length,
    })),
    failures: checked
      .filter(one => !one.passed)
      .map(({ group, id, expected, actual }) => ({ group, id, expected, actual })),
  }
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`)
}

/**
 * True when nothing fails that is not on the committed list with its clause of the standard, whatever folders are given, and
 * the whole kit passes as often as it did.
 */
function holds(checked: readonly Checked[], score: Score): boolean {
  const known = new Set(readKnown().flatMap(one => (one.clause === '' ? [] : [`${one.group}/${one.id}`])))
  const surprises = checked.filter(one => !one.passed && !known.has(`${one.group}/${one.id}`))
  for (const one of surprises.slice(0, 50))
    console.log(`  ${one.group} ${one.id}: expected ${one.expected}, got ${one.actual}`)
  if (score.total === 0) console.log('dmn-tck: the data have no test case.')
  const committed = JSON.parse(readFileSync(SCORE, 'utf8')) as Score
  const fell = score.total >= committed.total && score.passed < committed.passed
  if (fell) console.log(`dmn-tck: the score fell from ${committed.passed} to ${score.passed}.`)
  return surprises.length === 0 && score.total > 0 && !fell
}

/** The Technology Compatibility Kit of DMN: every test case of every folder given. */
export const suite: Suite = { name: 'dmn-tck', run }
