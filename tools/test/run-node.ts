import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endTree } from './process-tree.ts'
import type { StepContext } from './step.ts'

/** How a program ended, and what it printed. */
export type Ended = { code: number | null; output: string; timedOut: boolean }

const running = new Set<number>()

/**
 * Runs a Node program in the project folder. What it prints is shown as it comes (unless `quiet`), and kept. After
 * `minutes` it is ended with everything it has started. Its temporary folder is its own and goes with it.
 */
export async function runNode(
  args: readonly string[],
  context: Pick<StepContext, 'project' | 'show'>,
  minutes: number,
  { quiet = false, environment = {} }: { quiet?: boolean; environment?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const temporary = mkdtempSync(join(tmpdir(), 'tereze-test-'))
  chmodSync(temporary, 0o711)
  try {
    return await run(args, context, minutes, { quiet, environment: { ...environment, TMPDIR: temporary } })
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

function run(
  args: readonly string[],
  { project, show }: Pick<StepContext, 'project' | 'show'>,
  minutes: number,
  { quiet, environment }: { quiet: boolean; environment: Readonly<Record<string, string>> },
): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [...args], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...childEnvironment(), ...environment },
    })
    const { pid } = child
    if (pid !== undefined) running.add(pid)
    let output = ''
    let ending: Promise<void> | undefined
    const limit = setTimeout(() => {
      if (pid !== undefined) ending = endTree(pid)
    }, minutes * 60_000)
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk
      if (!quiet) show(chunk)
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk
      show(chunk)
    })
    child.on('error', error => {
      output += `${error.message}\n`
    })
    child.on('close', async code => {
      clearTimeout(limit)
      await ending
      if (pid !== undefined) running.delete(pid)
      resolve({ code, output, timedOut: ending !== undefined })
    })
  })
}

/** Ends what runs, with everything it has started; for Ctrl-C. */
export async function endRunning(): Promise<void> {
  await Promise.all([...running].map(pid => endTree(pid)))
}

function childEnvironment(): NodeJS.ProcessEnv {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { ...process.env, FORCE_COLOR: '1' } : process.env
}
