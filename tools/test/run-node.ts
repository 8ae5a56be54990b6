import { type ChildProcess, spawn } from 'node:child_process'

/** How a program ended, and what it printed. */
export type Ended = { code: number | null; output: string; timedOut: boolean }

const running = new Set<ChildProcess>()

/**
 * Runs a Node program in the project folder. What it prints is passed on as it comes, and kept. After `minutes` it is
 * ended.
 */
export function runNode(args: readonly string[], project: string, minutes: number): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [...args], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: childEnvironment(),
    })
    running.add(child)
    let output = ''
    let timedOut = false
    const limit = setTimeout(() => {
      timedOut = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
    }, minutes * 60_000)
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk
      process.stdout.write(chunk)
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk
      process.stderr.write(chunk)
    })
    child.on('error', error => {
      output += `${error.message}\n`
    })
    child.on('close', code => {
      clearTimeout(limit)
      running.delete(child)
      resolve({ code, output, timedOut })
    })
  })
}

/** Ends what runs; for Ctrl-C. */
export function endRunning(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal)
}

function childEnvironment(): NodeJS.ProcessEnv {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { ...process.env, FORCE_COLOR: '1' } : process.env
}
