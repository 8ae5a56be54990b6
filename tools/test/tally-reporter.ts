import { appendFileSync } from 'node:fs'
import type { Reporter, TestCase } from 'vitest/node'

/**
 * Writes the state of each test on a line of its own as soon as it is known, into the file that `TEREZE_TALLY` names:
 * what was counted outlives a run that was ended.
 */
export default class TallyReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const file = process.env.TEREZE_TALLY
    if (file) appendFileSync(file, `${test.result().state}\n`)
  }
}
