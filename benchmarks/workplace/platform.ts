import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishPackages, readContent } from '@tereze/catalogue'
import { type Database, migrate, openDatabase, startEmbeddedServer } from '@tereze/foundation-database'
import { diskFiles } from '@tereze/foundation-files'
import { localMasterKey } from '@tereze/foundation-keys'
import type { Runner } from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { fixedClock, seededIds } from '@tereze/foundation-testing'
import { registerPackages } from '@tereze/registers'
import { bindOutside, composePlatform, migrationSets } from '@tereze/server'

/** The platform with the content of the demo country, on a PostgreSQL of its own. */
export interface BenchPlatform {
  readonly runner: Runner
  readonly database: Database
  readonly now: Date
  close(): Promise<void>
}

/** Starts it; nothing of it stays after `close`. */
export async function startPlatform(): Promise<BenchPlatform> {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-bench-'))
  const postgres = await startEmbeddedServer({ folder: join(folder, 'postgres'), log: () => undefined })
  await migrate(postgres.url, migrationSets)
  const database = openDatabase({ url: postgres.url })
  const clock = fixedClock()
  const outside = bindOutside(
    { demo: true, bankUrl: null, bankToken: null, smtpUrl: null, mailFrom: 'bench@localhost.invalid', smsUrl: null },
    { database, now: () => clock.now(), smsSecret: null },
  )
  const platform = await composePlatform({
    database,
    clock,
    ids: seededIds('workplace', clock),
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
  const content = await readContent(fileURLToPath(new URL('../../content', import.meta.url)))
  await platform.runner
    .jobContext('bench')
    .write('platform', context => publishPackages(context, content, [registerPackages], platform.packages))
  return {
    runner: platform.runner,
    database,
    now: clock.now(),
    async close() {
      await outside.close()
      await database.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
