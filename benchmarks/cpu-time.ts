import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of a clock tick in `/proc` (proc_pid_stat(5)); 100 a second on every Linux that Node runs on. */
const tick = 10

interface Process {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
}

function read(pid: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // utime, stime, and those of children that have ended.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { pid: Number(pid), parent: Number(fields[1]), ticks }
  } catch (error) {
    // A process that ended meanwhile: its ticks are its parent's now.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/**
 * Milliseconds of processor time that a process and all it has started have used so far, those that ended among them. What
 * else the machine does changes it little, unlike a rate.
 * @throws Error on a system without `/proc`.
 */
export function cpuTime(root: number): number {
  const all = readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? (read(name) ?? []) : []))
  const family = all.filter(({ pid }) => pid === root)
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid))
  return family.reduce((sum, { ticks }) => sum + ticks * tick, 0)
}
