import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process as it was seen: its number, the mark that its number does not share with a later process, its program. */
export type Seen = { pid: number; parent: number; mark: string; program: string }

/**
 * Ends a program and everything it has started, in whatever process group that is, and returns when all of it is gone.
 * First Node programs are asked: with them the browsers and databases end in order, which watch over who started them.
 * Then they are killed, and at last all that is left. `patience` is the wait of each way, in milliseconds.
 */
export async function endTree(root: number, patience = 10_000): Promise<void> {
  const family = familyOf(root, listProcesses())
  const programs = family.filter(({ program }) => basename(program) === basename(process.execPath))
  const ways: readonly [readonly Seen[], NodeJS.Signals][] = [
    [programs, 'SIGTERM'],
    [programs, 'SIGKILL'],
    [family, 'SIGKILL'],
  ]
  for (const [members, signal] of ways) {
    for (const { pid } of stillThere(members)) send(pid, signal)
    const end = performance.now() + patience
    while (stillThere(family).length > 0 && performance.now() < end) await sleep(50)
    if (stillThere(family).length === 0) return
  }
}

/** The process and all that descend from it. */
export function familyOf(root: number, all: readonly Seen[]): Seen[] {
  const family = all.filter(({ pid }) => pid === root)
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid))
  return family
}

function stillThere(members: readonly Seen[]): Seen[] {
  const now = new Map(listProcesses().map(seen => [seen.pid, seen.mark]))
  return members.filter(({ pid, mark }) => now.get(pid) === mark)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** All live processes; those that have ended and only wait to be noticed are not among them. */
export function listProcesses(): Seen[] {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-axo', 'pid=,ppid=,lstart=,comm='], { encoding: 'utf8' })
      .split('\n')
      .flatMap(row => {
        const [, pid, parent, mark, program] = /^\s*(\d+)\s+(\d+)\s+(\S+ \S+\s+\d+ \S+ \d+)\s+(.*)$/.exec(row) ?? []
        return pid && parent && mark ? [{ pid: Number(pid), parent: Number(parent), mark, program: program ?? '' }] : []
      })
  }
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [state, parent, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const program = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')[0] ?? ''
        if (state === 'Z') return []
        return [{ pid: Number(name), parent: Number(parent), mark: fields[17] ?? '', program }]
      } catch {
        return []
      }
    })
}
