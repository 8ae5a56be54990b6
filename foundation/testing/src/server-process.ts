import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How to start the platform as a process of its own. */
export type ServerProcessOptions = {
  /** Where its data are kept (`TEREZE_DATA`): the same folder again is the same platform again. */
  folder: string
  /** TCP port; any free one unless told. */
  port?: number
  /** People of the demo country; few start quickly. */
  people?: number
  /** Further environment, such as `DATABASE_URL`. */
  environment?: Readonly<Record<string, string>>
  /** Longest wait until it is ready, in milliseconds; two minutes unless told. */
  patience?: number
  /** Once aborted it is killed, ready or not. */
  signal?: AbortSignal
}

/** The platform as its operators see it: a process with an address. */
export type ServerProcess = {
  /** Address without a slash at its end. */
  origin: string
  /** Number of the process. */
  pid: number
  /** What it has printed so far. */
  output(): string
  /** Settles with its exit code, or null when it was killed. */
  ended: Promise<number | null>
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>
  /** SIGKILL to its whole process group and to its embedded database: nothing gets the time to end well. */
  kill(): Promise<void>
}

/** Starts `apps/server` in a process group of its own and waits until it is ready. Throws with its output when it is not. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const entry = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [entry, '--people', String(options.people ?? 300)], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      ...(process.env.NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } : {}),
      TEREZE_DATA: options.folder,
      PORT: String(options.port ?? (await findFreePort())),
      HOST: '127.0.0.1',
      ...options.environment,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const end = async (signal: NodeJS.Signals) => {
    killGroup(child, signal)
    await ended
  }
  const kill = async () => {
    const postmaster = readPostmaster(options.folder)
    killGroup(child, 'SIGKILL')
    if (postmaster !== undefined) killOne(postmaster)
    await ended
  }
  options.signal?.addEventListener('abort', kill, { once: true })
  try {
    const origin = await untilReady(child, () => output, options.patience ?? 120_000)
    if (child.pid === undefined) throw new Error('it has no process')
    return {
      origin,
      pid: child.pid,
      output: () => output,
      ended,
      stop: () => end('SIGTERM'),
      kill,
    }
  } catch (error) {
    await end('SIGKILL')
    throw new Error(`The platform did not start:\n${output.slice(-4_000)}`, { cause: error })
  }
}

/** Links that the platform prints and signs in with hold its port, so it is chosen before. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function untilReady(child: ChildProcess, output: () => string, patience: number): Promise<string> {
  const end = performance.now() + patience
  while (child.exitCode === null && child.signalCode === null && performance.now() < end) {
    const ready = /^\s*Portal\s+(\S+?)\/\s*$/m.exec(output())
    if (ready?.[1]) return ready[1]
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('not ready')
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The embedded server runs in a session of its own; only a pid file that its own folder holds is believed. */
function readPostmaster(folder: string): number | undefined {
  const file = join(folder, 'postgres/data/postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
