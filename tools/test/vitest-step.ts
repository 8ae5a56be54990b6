import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, nothing } from './counts.ts'
import { runNode } from './run-node.ts'
import type { Step } from './step.ts'

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** A step that runs one project of vitest.config.ts. */
export function vitestStep(name: string, does: string, minutes: number): Step {
  return {
    name,
    does,
    required: ({ filters }) => filters.length === 0,
    minutes,
    async run({ project, filters }, limit) {
      const file = join(project, '.tereze/test', `${name}.json`)
      mkdirSync(join(project, '.tereze/test'), { recursive: true })
      rmSync(file, { force: true })
      const { code } = await runNode(
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          `--project=${name}`,
          '--passWithNoTests',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
          ...filters,
        ],
        project,
        limit,
      )
      return { found: readReport(file), endedWell: code === 0 }
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
