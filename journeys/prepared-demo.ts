import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type ServerProcess, startServerProcess } from '@tereze/foundation-testing'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of who keeps the demo that the journeys of one run share. */
    demoKeeper: string
  }
}

/** What the keeper tells: where the data are that were made ready, and for `shared` the platform that is running on a copy of them. */
interface Told {
  readonly folder: string
  readonly origin: string
}

/**
 * Vitest's global setup: the keeper of the demo, in the main process because it outlives the workers. What is asked of it first is made
 * then, and for all: `data`, those of a platform started once, with 300 people, and stopped; `shared`, a platform running on a copy.
 * Both are gone when the run ends.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'tereze-demo-'))
  let data: Promise<Told> | undefined
  let shared: Promise<Told> | undefined
  let running: ServerProcess | undefined
  const makeData = async () => {
    const folder = join(home, 'data')
    const server = await startServerProcess({ folder, people: 300 })
    await server.stop()
    return { folder, origin: '' }
  }
  const share = async () => {
    const folder = join(home, 'shared')
    data ??= makeData()
    await copyFolder((await data).folder, folder)
    running = await startServerProcess({ folder })
    return { folder, origin: running.origin }
  }
  const answer: RequestListener = async ({ url }, reply) => {
    try {
      data ??= makeData()
      if (url === '/shared') shared ??= share()
      const told = await (url === '/shared' ? shared : data)
      reply.end(JSON.stringify(told))
    } catch (error) {
      reply.writeHead(500).end(String(error))
    }
  }
  const keeper = createServer(answer).listen(0, '127.0.0.1')
  await once(keeper, 'listening')
  project.provide('demoKeeper', `http://127.0.0.1:${(keeper.address() as AddressInfo).port}`)
  return async () => {
    keeper.close()
    await running?.stop()
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/**
 * Fills an empty folder with the data of a platform that has been started once, with 300 people, and stopped: it starts in
 * a third of the time. Throws when that first start failed, for every journey of the run.
 */
export async function copyDemo(folder: string): Promise<void> {
  await copyFolder((await askKeeper('data')).folder, folder)
}

/** Where the platform is that journeys of one run share, and its data. Throws when it did not start. */
export const sharedDemo = (): Promise<Told> => askKeeper('shared')

async function askKeeper(what: 'data' | 'shared'): Promise<Told> {
  const reply = await fetch(`${inject('demoKeeper')}/${what}`)
  if (!reply.ok) throw new Error(`The demo of the journeys was not made: ${await reply.text()}`)
  return (await reply.json()) as Told
}

/** Node copies without owners, and the files of the embedded server belong to an account of its own. */
async function copyFolder(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${from}/.`, to])
}
