import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedServerError } from './embedded-server-error.ts'

/**
 * The live PostgreSQL processes of one cluster, found by the cluster's name in their command line: the postmaster gets
 * it as a setting, its children show it in their title. A recycled process number can therefore never be mistaken for one.
 */
export function serverProcesses(clusterName: string): number[] {
  return listProcesses()
    .filter(({ program, line }) => isPostgres(program) && line.includes(clusterName))
    .map(({ pid }) => pid)
}

/** A mark that two processes never share, even when the second got the number of the first; `undefined` when it is gone. */
export function processMark(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/**
 * Ends what an earlier, killed owner left running, and nothing else: first the orderly way through the postmaster, then
 * harder. The write-ahead log makes even the hardest way safe. `patience` in milliseconds is the wait of the first way.
 */
export async function endServerProcesses(
  clusterName: string,
  postmaster: number | undefined,
  patience = 20_000,
): Promise<void> {
  const ways: { signal: NodeJS.Signals; all: boolean; wait: number }[] = [
    { signal: 'SIGINT', all: false, wait: patience },
    { signal: 'SIGQUIT', all: true, wait: 3_000 },
    { signal: 'SIGKILL', all: true, wait: 3_000 },
  ]
  for (const way of ways) {
    const alive = serverProcesses(clusterName)
    if (alive.length === 0) return
    const orderly = postmaster !== undefined && alive.includes(postmaster) ? [postmaster] : []
    for (const pid of way.all ? alive : orderly) signal(pid, way.signal)
    if (await gone(clusterName, orderly.length > 0 || way.all ? way.wait : 2_000)) return
  }
  throw new EmbeddedServerError(
    'not-stopped',
    `PostgreSQL processes of an earlier run do not end: ${serverProcesses(clusterName).join(', ')}. End them by hand and start again.`,
  )
}

async function gone(clusterName: string, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    if (serverProcesses(clusterName).length === 0) return true
    await sleep(50)
  }
  return serverProcesses(clusterName).length === 0
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') {
      throw new EmbeddedServerError(
        'in-use',
        `The database in this folder is still run by process ${pid} of another user. Stop it there, or start as that user.`,
      )
    }
  }
}

function isPostgres(program: string): boolean {
  return basename(program) === 'postgres' || program.startsWith('postgres:')
}

function listProcesses(): { pid: number; program: string; line: string }[] {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
      .split('\n')
      .map(row => row.trim().split(' '))
      .map(([pid, ...words]) => ({ pid: Number(pid), program: words[0] ?? '', line: words.join(' ') }))
  }
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => {
      const line = readCommandLine(name)
      return { pid: Number(name), program: line.split('\0')[0] ?? '', line }
    })
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
