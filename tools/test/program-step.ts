import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nothing, readLastLine } from './counts.ts'
import { runNode } from './run-node.ts'
import type { Step } from './step.ts'

/** A step that runs a program of ours whose last line is `N passed, N failed`. Without the program it finds nothing. */
export function programStep(
  step: Pick<Step, 'name' | 'does' | 'minutes' | 'required'> & { program: string; args: readonly string[] },
): Step {
  return {
    ...step,
    async run({ project }, minutes) {
      if (!existsSync(join(project, step.program))) return { found: nothing, endedWell: true }
      const { code, output, timedOut } = await runNode([step.program, ...step.args], project, minutes)
      return { found: readLastLine(output) ?? nothing, endedWell: code === 0 && !timedOut }
    },
  }
}
