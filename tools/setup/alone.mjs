import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './progress.mjs'

/**
 * Runs `work` while no other command of this project does the same: two that begin at once on a fresh clone must not both
 * install. A lock left by a process that is gone is taken over.
 */
export async function alone(project, work) {
  const folder = join(project, '.tereze/setup')
  const lock = join(folder, 'lock')
  mkdirSync(folder, { recursive: true })
  let told = false
  while (!take(lock)) {
    const owner = ownerOf(lock)
    if (owner && !isAlive(owner)) rmSync(lock, { force: true })
    else if (owner && !told) {
      told = true
      say(`  waiting for process ${owner}, which is setting up this project`)
    }
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function ownerOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
