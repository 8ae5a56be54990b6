import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nothing, readLastLine } from './counts.ts'
import { lastLines } from './recall.ts'
import { runNode } from './run-node.ts'
import type { Step } from './step.ts'

/**
 * A step that runs a program of ours whose last line is `N passed, N failed`. Without the program it finds nothing.
 * `exitCodeDecides`: the program compares with a committed score itself, so failures it accepts are shown as skipped.
 */
export function programStep(
  step: Omit<Step, 'run'> & {
    program: string
    args: readonly string[]
    exitCodeDecides?: boolean
  },
): Step {
  return {
    ...step,
    async run(context, minutes) {
      if (!existsSync(join(context.project, step.program)))
        return { found: nothing, endedWell: true, timedOut: false, failures: [] }
      const { code, output, timedOut } = await runNode([step.program, ...step.args], context, minutes)
      const counts = readLastLine(output) ?? nothing
      const accepted = step.exitCodeDecides && code === 0 ? counts.failed : 0
      const found = { ...counts, failed: counts.failed - accepted, skipped: accepted }
      return { found, endedWell: code === 0, timedOut, failures: code === 0 ? [] : [lastLines(output)] }
    },
  }
}
