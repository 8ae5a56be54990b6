import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { listQueue, sendMessage } from '@tereze/exchange/contract'
import { type Database, migrate, openDatabase, rows, sql, startEmbeddedServer } from '@tereze/foundation-database'
import { diskFiles } from '@tereze/foundation-files'
import { localMasterKey } from '@tereze/foundation-keys'
import { createIds, systemClock } from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bindOutside } from './bindings.ts'
import { composePlatform, type Platform } from './composition/compose.ts'
import { migrationSets } from './composition/modules.ts'
import { publishContent } from './composition/publish.ts'

/** A whole platform with its workers on a PostgreSQL of its own, which is killed under the calls and comes back. */
const folder = mkdtempSync(join(tmpdir(), 'restarts-'))
const start = () => startEmbeddedServer({ folder: join(folder, 'postgres'), log: () => undefined })
const organisation = 'social-protection'
const messages = Array.from(
  { length: 120 },
  (_, index) => `01960000-0000-7000-8000-0000000c${String(index).padStart(4, '0')}`,
)
let server: Awaited<ReturnType<typeof start>>
let database: Database
let platform: Platform
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await start()
  await migrate(server.url, migrationSets)
  database = openDatabase({ url: server.url, max: 12 })
  const config = { demo: true, bankUrl: null, bankToken: null, smtpUrl: null, mailFrom: 'a@b.invalid', smsUrl: null }
  const outside = bindOutside(config, { database, now: () => systemClock.now(), smsSecret: null })
  const parts = {
    database,
    clock: systemClock,
    ids: createIds(systemClock),
    master: localMasterKey(new Uint8Array(32).fill(1)),
    files: diskFiles({ folder: join(folder, 'files') }),
    telemetry: silentTelemetry(),
    origin: 'http://tests.localhost',
    bindings: outside.bindings,
    demoSignIn: null,
  }
  platform = await composePlatform(parts)
  const content = fileURLToPath(new URL('../../../content', import.meta.url))
  await publishContent(content, platform.runner, platform.packages)
  platform = await composePlatform(parts)
  platform.dispatcher.start()
  platform.poller.start()
  closing.push(
    () => platform.poller.stop(),
    () => platform.dispatcher.stop(),
    () => outside.close(),
    () => database.close(),
  )
}, 120_000)
afterAll(async () => {
  for (const close of closing) await close()
  await server.stop()
  rmSync(folder, { recursive: true })
}, 60_000)

/** Puts a message into the queue, again until it is there: what its sender does whose call failed. */
async function send(message: string): Promise<void> {
  const input = {
    organisation,
    message,
    contract: 'tax-agency.income-by-person@1',
    purpose: 'benefit-eligibility',
    ground: 'act:family-benefits/8',
    body: { person: 'person_01960000-0000-7000-8000-000000000001', year: 2025 },
  }
  for (let left = 200; ; left--) {
    try {
      const sent = await platform.runner.call(sendMessage, input, system({ organisation, roles: ['platform'] }))
      if (isRefused(sent)) throw new Error(sent.code)
      return
    } catch (error) {
      if (left === 0 || String(error).includes('exchange.')) throw error
      await sleep(200)
    }
  }
}

it('loses nothing and serves nothing twice while its database is killed again and again', async () => {
  const sending = (async () => {
    for (const message of messages) await send(message)
  })()
  let kills = 0
  for (const pause of [700, 1500, 2500]) {
    await sleep(pause)
    process.kill(server.pid, 'SIGKILL')
    await server.ended
    // Nobody is left to shut down: this only gives the folder back.
    await server.stop()
    server = await start()
    kills++
  }
  await sending
  const counted = async () => {
    const [row] = await rows(
      database,
      sql<{ answered: number; entries: number; distinct: number; sent: number }>`select
        (select count(*)::int from exchange.queue where tenant = ${organisation} and state = 'answered') as answered,
        (select count(*)::int from exchange.entries where tenant = 'tax-agency') as entries,
        (select count(distinct message)::int from exchange.entries where tenant = 'tax-agency') as distinct,
        (select count(*)::int from exchange.messages where tenant = ${organisation} and direction = 'sent' and outcome = 'done') as sent`,
    )
    return row
  }
  const all = messages.length
  await expect.poll(async () => (await counted())?.answered, { timeout: 300_000, interval: 1_000 }).toBe(all)
  expect(await counted()).toEqual({ answered: all, entries: all, distinct: all, sent: all })
  expect(kills).toBe(3)
  const queue = await platform.runner.call(
    listQueue,
    { organisation, state: 'dead' },
    official({ organisation, roles: ['integrator'] }),
  )
  expect(queue).toMatchObject({ items: [] })
}, 600_000)
