import { relative } from 'node:path'
import { runNode } from './run-node.ts'
import type { Step } from './step.ts'

const compiler = 'node_modules/ts7/bin/tsc'

/** Types of the whole tree; proof against a compiler that was given no files. */
export const checkTypes: Step = {
  name: 'types',
  does: 'the whole tree type-checks',
  required: () => true,
  minutes: 5,
  async run({ project }, minutes) {
    const listed = await listFiles(project, minutes)
    if (listed.length === 0) return { found: { passed: 0, failed: 1, skipped: 0 }, endedWell: false }
    const { code, output } = await runNode(
      [compiler, '-p', 'tsconfig.json', '--noEmit', '--pretty', 'false'],
      project,
      minutes,
    )
    const errors = output.split('\n').filter(line => / error TS\d+:/.test(line)).length
    return { found: { passed: code === 0 ? 1 : 0, failed: errors, skipped: 0 }, endedWell: code === 0 }
  },
}

async function listFiles(project: string, minutes: number): Promise<string[]> {
  const { execFile } = await import('node:child_process')
  const { promisify } = await import('node:util')
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.json', '--listFilesOnly'], {
    cwd: project,
    maxBuffer: 64 * 1024 * 1024,
    timeout: minutes * 60_000,
  })
  return stdout.split('\n').filter(file => file && !relative(project, file).startsWith('node_modules'))
}
