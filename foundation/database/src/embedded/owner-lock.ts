import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { processMark } from './server-processes.ts'

/** Gives the folder back; safe to call twice. */
export type ReleaseLock = () => void

/**
 * Makes this process the only owner of an embedded server's folder. A lock left by a process that is gone is taken over.
 * Throws `in-use` when its owner still lives after `patience` milliseconds (a killed process takes a moment to go).
 */
export async function lockFolder(folder: string, patience = 2_000): Promise<ReleaseLock> {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'owner')
  const mine = `${process.pid} ${processMark(process.pid)}\n`
  const draft = `${lock}.${randomUUID()}`
  writeFileSync(draft, mine, { mode: 0o644 })
  try {
    const end = performance.now() + patience
    for (;;) {
      if (tryLink(draft, lock)) return () => release(lock, mine)
      const theirs = readOrEmpty(lock)
      const [pid, mark] = theirs.trim().split(' ')
      const alive = pid !== undefined && mark !== undefined && processMark(Number(pid)) === mark
      if (!alive) takeAway(lock, theirs)
      else if (performance.now() < end) await sleep(50)
      else {
        throw new EmbeddedServerError(
          'in-use',
          `The database in ${folder} is already run by process ${pid}. Stop that one first, or set TEREZE_DATA to another folder.`,
        )
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function tryLink(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes a dead owner's lock; puts it back when somebody else was quicker and it is not the dead one's any more. */
function takeAway(lock: string, expected: string): void {
  const aside = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  if (readOrEmpty(aside) !== expected) tryLink(aside, lock)
  rmSync(aside, { force: true })
}

function release(lock: string, mine: string): void {
  if (readOrEmpty(lock) === mine) rmSync(lock, { force: true })
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
