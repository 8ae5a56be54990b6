import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishPackages, readContent } from '@tereze/catalogue'
import { type Database, migrate, openDatabase, startEmbeddedServer } from '@tereze/foundation-database'
import { diskFiles } from '@tereze/foundation-files'
import { localMasterKey } from '@tereze/foundation-keys'
import { type Clock, createIds, type Runner } from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { fixedClock, seededIds } from '@tereze/foundation-testing'
import { registerPackages } from '@tereze/registers'
import { bindOutside, composePlatform, migrationSets, type Platform } from '@tereze/server'

/** The platform with the content of the demo country, on a PostgreSQL of its own. */
export interface BenchPlatform {
  readonly runner: Runner
  readonly packages: Platform['packages']
  readonly database: Database
  readonly url: string
  readonly now: Date
  close(): Promise<void>
}

/**
 * Starts it, with the clock of the bench unless another is given; nothing of it stays after `close`, unless it is kept in a
 * folder, and started again in it.
 */
export async function startPlatform(given?: Clock, kept?: string): Promise<BenchPlatform> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'tereze-bench-'))
  const postgres = await startEmbeddedServer({ folder: join(folder, 'postgres'), log: () => undefined })
  await migrate(postgres.url, migrationSets)
  const database = openDatabase({ url: postgres.url })
  const clock = given ?? fixedClock()
  const outside = bindOutside(
    { demo: true, bankUrl: null, bankToken: null, smtpUrl: null, mailFrom: 'bench@localhost.invalid', smsUrl: null },
    { database, now: () => clock.now(), smsSecret: null },
  )
  const platform = await composePlatform({
    database,
    clock,
    // What was kept has the ids of a first run already.
    ids: given === undefined && kept === undefined ? seededIds('workplace', fixedClock()) : createIds(clock),
    master: localMasterKey(new Uint8Array(32).fill(1)),
    files: diskFiles({ folder }),
    telemetry: silentTelemetry(),
    origin: 'http://bench.localhost',
    bindings: outside.bindings,
    demoSignIn: null,
    onError: error => {
      throw error
    },
  })
  const content = await readContent(fileURLToPath(new URL('../content', import.meta.url)))
  await platform.runner
    .jobContext('bench')
    .write('platform', context => publishPackages(context, content, [registerPackages], platform.packages))
  return {
    runner: platform.runner,
    packages: platform.packages,
    database,
    url: postgres.url,
    now: clock.now(),
    async close() {
      await outside.close()
      await database.close()
      await postgres.stop()
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}
