import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { startServerProcess } from '@tereze/foundation-testing'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of this run in which the demo is made ready by the journey that comes first. */
    demoHome: string
  }
}

const PATIENCE = 120_000

/** Vitest's global setup: a place for the demo that the journeys of one run share, gone when they end. */
export default function setup(project: TestProject): () => void {
  const home = mkdtempSync(join(tmpdir(), 'tereze-demo-'))
  project.provide('demoHome', home)
  return () => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/**
 * Fills an empty folder with the data of a platform that has been started once, with 300 people, and stopped: it starts in
 * a third of the time. Throws when that first start failed, for every journey of the run.
 */
export async function copyDemo(folder: string): Promise<void> {
  const home = inject('demoHome')
  const told = join(home, 'told')
  if (claims(home)) writeFileSync(told, await prepare(join(home, 'data')))
  const end = performance.now() + PATIENCE
  while (!existsSync(told) && performance.now() < end) await sleep(50)
  const problem = existsSync(told) ? readFileSync(told, 'utf8') : 'it took too long'
  if (problem) throw new Error(`The demo of the journeys was not made: ${problem}`)
  // Node copies without owners, and the files of the embedded server belong to an account of its own.
  await promisify(execFile)('cp', ['-a', `${join(home, 'data')}/.`, folder])
}

/** One caller of all gets true. */
function claims(home: string): boolean {
  try {
    mkdirSync(join(home, 'claimed'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** What went wrong, or nothing. */
async function prepare(folder: string): Promise<string> {
  try {
    const server = await startServerProcess({ folder, people: 300 })
    await server.stop()
    return ''
  } catch (error) {
    return String(error)
  }
}
