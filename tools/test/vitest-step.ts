import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Counts, nothing } from './counts.ts'
import { firstLines } from './recall.ts'
import { runNode } from './run-node.ts'
import type { Step } from './step.ts'

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** A step that runs one project of vitest.config.ts. */
export function vitestStep(
  name: string,
  does: string,
  minutes: number,
  pace: Pick<Step, 'beside' | 'alone'> = {},
): Step {
  return {
    name,
    does,
    required: ({ filters }) => filters.length === 0,
    minutes,
    ...pace,
    async run(context, limit) {
      const { project, filters } = context
      const folder = join(project, '.tereze/test')
      const report = join(folder, `${name}.json`)
      const tally = join(folder, `${name}.tally`)
      mkdirSync(folder, { recursive: true })
      for (const file of [report, tally]) rmSync(file, { force: true })
      const { code, timedOut } = await runNode(
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          `--project=${name}`,
          '--passWithNoTests',
          '--reporter=default',
          '--reporter=json',
          '--reporter=./tools/test/tally-reporter.ts',
          `--outputFile.json=${report}`,
          ...filters,
        ],
        context,
        limit,
        { environment: { TEREZE_TALLY: tally } },
      )
      const found = existsSync(report) ? readReport(report) : readTally(tally)
      return { found, endedWell: code === 0, timedOut, failures: readFailures(report, project) }
    },
  }
}

/** Counts of a vitest report; a file that could not even be loaded failed once. */
export function readReport(file: string): Counts {
  if (!existsSync(file)) return nothing
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(test => test.status === 'failed'),
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The failed tests of a vitest report, each with its file, its name, and how its message begins. */
export function readFailures(file: string, project: string): string[] {
  if (!existsSync(file)) return []
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(test => test.status === 'failed')
    const place = relative(project, name)
    if (failed.length === 0) return status === 'failed' ? [`${place}\n${firstLines(message)}`] : []
    return failed.map(test => `${place} > ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`)
  })
}

/** Counts of a run that was ended before it could report: one line a test. */
export function readTally(file: string): Counts {
  if (!existsSync(file)) return nothing
  const states = readFileSync(file, 'utf8').split('\n')
  const count = (wanted: string) => states.filter(state => state === wanted).length
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
}
