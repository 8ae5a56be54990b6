import { join } from 'node:path'
import { type Config, environment, readConfig } from '@tereze/foundation-config'
import {
  checkDatabase,
  checkRole,
  type Database,
  findEmbedded,
  migrate,
  openDatabase,
  startEmbeddedServer,
} from '@tereze/foundation-database'
import { diskFiles } from '@tereze/foundation-files'
import { createIds, systemClock } from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { bindOutside, composePlatform, installationOf, masterKeyOf, migrationSets, type Platform } from '@tereze/server'

/** The configuration that the environment gives. @throws ConfigWrong */
export function configuration(): Config {
  return readConfig(environment())
}

/** A database that is up to date. */
export interface OpenedDatabase {
  readonly url: string
  /** Names of the migrations that were applied now. */
  readonly applied: readonly string[]
  close(): Promise<void>
}

/**
 * Brings the configured database up to date: that of `DATABASE_URL`, or the embedded one in the data folder.
 * @throws EmbeddedServerError when a running platform uses the folder.
 * @throws DatabaseUnusable when `DATABASE_URL` leads to no database that will do.
 */
export async function openDatabaseOf(config: Config): Promise<OpenedDatabase> {
  const folder = join(config.dataFolder, 'postgres')
  const server =
    config.databaseUrl === null
      ? await startEmbeddedServer({ folder, archive: config.backupFolder !== null, log: () => undefined })
      : null
  const url = server?.url ?? config.databaseUrl ?? ''
  try {
    if (server === null) await checkDatabase(url)
    const applied = await migrate(url, migrationSets)
    return { url, applied, close: async () => server?.stop() }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

/**
 * The configured database, for a command that may be run beside the platform: an embedded server that runs is used as it is, otherwise
 * the database is brought up to date and opened.
 */
export async function openDatabaseBeside(config: Config): Promise<OpenedDatabase> {
  const place = config.databaseUrl === null ? findEmbedded(join(config.dataFolder, 'postgres')) : null
  if (place !== null && (await place.runs())) return { url: place.url, applied: [], close: async () => undefined }
  return openDatabaseOf(config)
}

/**
 * The platform of the configuration without doors and workers: for a look or a load, not for service. With `openDatabaseBeside` also while
 * one runs.
 */
export async function openPlatform(
  config: Config,
  open: (config: Config) => Promise<OpenedDatabase> = openDatabaseOf,
): Promise<{ database: Database; platform: Platform; recompose(): Promise<Platform>; close(): Promise<void> }> {
  const opened = await open(config)
  const database = openDatabase({ url: opened.url, max: 12 })
  const outside = bindOutside(
    { ...config, demo: true, bankUrl: null, smtpUrl: null, smsUrl: null },
    { database, now: () => systemClock.now(), smsSecret: null },
  )
  const close = async () => {
    await outside.close()
    await database.close()
    await opened.close()
  }
  const compose = async () =>
    composePlatform({
      database,
      clock: systemClock,
      ids: createIds(systemClock),
      master: await masterKeyOf(config),
      files: diskFiles({ folder: join(config.dataFolder, 'files') }),
      telemetry: silentTelemetry(),
      origin: config.publicOrigin,
      installation: await installationOf(config),
      bindings: outside.bindings,
      privatePeers: config.privatePeers,
      timestampUrl: config.timestampUrl,
      outsideSystems: config.outsideSystems,
      demoSignIn: null,
    })
  try {
    await checkRole(database)
    return { database, platform: await compose(), recompose: compose, close }
  } catch (error) {
    await close()
    throw error
  }
}
