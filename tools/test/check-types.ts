import { relative } from 'node:path'
import { nothing } from './counts.ts'
import { lastLines } from './recall.ts'
import { runNode } from './run-node.ts'
import type { Step } from './step.ts'

const compiler = 'node_modules/ts7/bin/tsc'

/** Types of the whole tree; proof against a compiler that was given no files. */
export const checkTypes: Step = {
  name: 'types',
  does: 'the whole tree type-checks',
  required: () => true,
  minutes: 6,
  async run(context, minutes) {
    const list = [compiler, '-p', 'tsconfig.json', '--listFilesOnly']
    const listed = await runNode(list, context, minutes, { quiet: true })
    const ours = listed.output
      .split('\n')
      .filter(file => file && !relative(context.project, file).startsWith('node_modules'))
    if (listed.timedOut || listed.code !== 0 || ours.length === 0)
      return { found: nothing, endedWell: false, timedOut: listed.timedOut, failures: [lastLines(listed.output)] }
    const { code, output, timedOut } = await runNode(
      [compiler, '-p', 'tsconfig.json', '--noEmit', '--pretty', 'false'],
      context,
      minutes,
    )
    const errors = output.split('\n').filter(line => / error TS\d+:/.test(line))
    return {
      found: { passed: code === 0 ? 1 : 0, failed: errors.length, skipped: 0 },
      endedWell: code === 0,
      timedOut,
      failures: errors,
    }
  },
}
