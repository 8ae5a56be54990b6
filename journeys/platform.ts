import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerProcess, startServerProcess } from '@tereze/foundation-testing'
import { afterAll } from 'vitest'
import { copyDemo, sharedDemo } from './prepared-demo.ts'

/** The platform of one journey, with the folder of its data. */
export type JourneyPlatform = ServerProcess & { folder: string }

/** A platform of the journey's own, with a small demo country; it stops, and its data go, when the file ends. */
export async function journeyPlatform(): Promise<JourneyPlatform> {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-journey-'))
  await copyDemo(folder)
  const server = await startServerProcess({ folder })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }, 60_000)
  return { ...server, folder }
}

/**
 * A platform that journeys share which touch nothing of each other's: a start of its own costs more than many a journey. Others may
 * have been there before and are there meanwhile, in any order; whoever counts what is in lists of all takes one of its own.
 */
export async function sharedPlatform(): Promise<Pick<JourneyPlatform, 'origin' | 'folder'>> {
  return sharedDemo()
}
