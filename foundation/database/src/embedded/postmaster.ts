import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { guardPostmaster } from './guard.ts'
import type { Launch } from './launch.ts'
import { endServerProcesses } from './server-processes.ts'
import type { Settings } from './settings.ts'

/** A running postmaster: its process number, the moment it ends, and the way to end it. */
export type Postmaster = { pid: number; ended: Promise<void>; stop(): Promise<void> }

/** The process number in a cluster's `postmaster.pid`, whether or not that process lives. */
export function readPostmasterPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return Number.isNaN(pid) ? undefined : pid
}

/**
 * Removes the pid file of a killed postmaster. PostgreSQL itself would trust the bare number in it and refuse to start
 * when that number now belongs to another program. Call only when no process of the cluster lives.
 */
export function removeStalePid(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/**
 * Starts the postmaster in a session of its own (so that Ctrl-C reaches only us, and we end it last) and waits until it
 * answers; recovery after a crash may take long and is waited for. Throws with the end of its log when it gives up.
 */
export async function startPostmaster(start: {
  program: string
  cluster: string
  settings: Settings
  url: string
  launch: Launch
  output: { descriptor: number; file: string }
  log: (line: string) => void
}): Promise<Postmaster> {
  const logStart = statSync(start.output.file).size
  const args = Object.entries(start.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = start.launch(start.program, ['-D', start.cluster, ...args], {
    detached: true,
    stdio: ['ignore', start.output.descriptor, start.output.descriptor],
  })
  const ended = once(child, 'close').then(
    () => undefined,
    () => undefined,
  )
  const pid = child.pid
  if (pid === undefined) {
    throw new EmbeddedServerError('not-started', `${start.program} could not be run.`)
  }
  child.unref()
  const dismissGuard = guardPostmaster(pid)
  void ended.then(dismissGuard)
  const clusterName = start.settings.cluster_name ?? start.cluster
  try {
    await untilReady(child, start.url, start.log)
  } catch {
    await stopPostmaster(child, clusterName)
    throw new EmbeddedServerError(
      'not-started',
      `PostgreSQL did not start. The end of ${start.output.file}:\n${readFrom(start.output.file, logStart).slice(-2_000)}`,
    )
  }
  return { pid, ended, stop: () => stopPostmaster(child, clusterName) }
}

async function untilReady(child: ChildProcess, url: string, log: (line: string) => void): Promise<void> {
  const start = performance.now()
  let told = start
  while (child.exitCode === null && child.signalCode === null && performance.now() - start < 180_000) {
    if (await answers(url)) return
    if (performance.now() - told > 5_000) {
      told = performance.now()
      log(`PostgreSQL is recovering its data, ${Math.round((told - start) / 1000)} s so far`)
    }
    await sleep(25)
  }
  throw new Error('not ready')
}

/** Whether a server answers at an address. */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Fast shutdown: connections are closed, everything is written; harder only when that does not end in 20 s. */
async function stopPostmaster(child: ChildProcess, clusterName: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  // Whoever waits for the end must not run out of reasons to live before it comes.
  child.ref()
  await endServerProcesses(clusterName, child.pid)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

function readFrom(file: string, offset: number): string {
  const size = statSync(file).size - offset
  const buffer = Buffer.alloc(Math.max(size, 0))
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, buffer, 0, buffer.length, offset)
  } finally {
    closeSync(descriptor)
  }
  return buffer.toString('utf8')
}
