import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refuseUnsigned } from '@tereze/catalogue'
import { nodeSuites, readNationalPlaces } from '@tereze/exchange'
import { type Config, ConfigWrong } from '@tereze/foundation-config'
import {
  checkDatabase,
  checkRole,
  type Database,
  migrate,
  openDatabase,
  startEmbeddedServer,
} from '@tereze/foundation-database'
import { diskFiles } from '@tereze/foundation-files'
import { createHttpServer } from '@tereze/foundation-http'
import { bind, type Clock, createIds, systemClock } from '@tereze/foundation-operations'
import { createTelemetry, type Telemetry } from '@tereze/foundation-telemetry'
import { inVisit } from '@tereze/reception'
import { signingPrograms } from '@tereze/signatures'
import { programOrigins } from '@tereze/signing-programs'
import { storyBench } from '@tereze/studio/contract'
import { startBackups } from './backups.ts'
import { startBench } from './bench/start-bench.ts'
import { bindOutside } from './bindings.ts'
import { checkPort } from './check-port.ts'
import { composePlatform, type Platform, type PlatformParts } from './composition/compose.ts'
import { installationOf } from './composition/installation-of.ts'
import { migrationSets } from './composition/modules.ts'
import { publishContent } from './composition/publish.ts'
import { virusCheckOf } from './composition/virus-check-of.ts'
import { checkDemo, type Demo, prepareDemo } from './demo/demo.ts'
import { masterKeyOf } from './master-key-of.ts'
import { readNetworkPlaces } from './network-places.ts'
import { platformModule } from './platform/module.ts'
import { readStaticFiles } from './platform/static-files.ts'

/** A running node. */
export interface Started {
  readonly origin: string
  readonly port: number
  readonly platform: Platform
  readonly demo: Demo | null
  stop(): Promise<void>
}

/** What a start may be told besides the configuration. */
export interface StartOptions {
  readonly version: string
  /** Says what is being done, for people. */
  readonly say?: (line: string) => void
  readonly clock?: Clock
  readonly telemetry?: Telemetry
  /** People of the demo country; 5 000 unless told. */
  readonly people?: number
}

interface OpenedDatabase {
  readonly database: Database
  close(): Promise<void>
}

/** A backup that is never made must not look like one that is. @throws ConfigWrong */
function checkBackupPossible({ backupFolder, databaseUrl }: Config): void {
  if (backupFolder !== null && databaseUrl !== null)
    throw new ConfigWrong([
      {
        variable: 'TEREZE_BACKUP',
        remedy: 'it is for the embedded server; back up the one of DATABASE_URL with its own tools, e.g. pgBackRest',
      },
    ])
}

async function openIt(config: Config, telemetry: Telemetry, say: (line: string) => void): Promise<OpenedDatabase> {
  const embedded = config.databaseUrl === null
  if (embedded) say('Starting PostgreSQL')
  const server = embedded
    ? await startEmbeddedServer({
        folder: join(config.dataFolder, 'postgres'),
        archive: config.backupFolder !== null,
        log: line => telemetry.log.debug({}, line),
      })
    : null
  const url = server?.url ?? config.databaseUrl ?? ''
  try {
    if (!embedded) await checkDatabase(url)
    const applied = await migrate(url, migrationSets)
    if (applied.length > 0)
      say(`Prepared the database: ${applied.length === 1 ? 'one migration' : `${applied.length} migrations`}`)
    const database = openDatabase({
      url,
      max: 24,
      onError: error => telemetry.log.warn({ error: error.name }, 'database connection'),
    })
    await checkRole(database)
    return {
      database,
      async close() {
        await database.close()
        await server?.stop()
      },
    }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

/** Starts a node: database, migrations, content, the demo country where it is a demo, HTTP and workers. */
export async function start(config: Config, options: StartOptions): Promise<Started> {
  const say = options.say ?? (() => undefined)
  const telemetry = options.telemetry ?? createTelemetry({ level: config.logLevel, process: true })
  const clock = options.clock ?? systemClock
  const closing: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    if (config.roles.includes('http')) await checkPort(config)
    checkBackupPossible(config)
    await mkdir(config.dataFolder, { recursive: true })
    const { database, close } = await openIt(config, telemetry, say)
    closing.push(close)
    const ids = createIds(clock)
    const demo = config.demo ? await prepareDemo(config) : null
    const outside = bindOutside(config, {
      database,
      now: () => clock.now(),
      smsSecret: demo?.smsSecret ?? config.smsSecret,
    })
    closing.push(() => outside.close())
    const bench = startBench(join(config.dataFolder, 'bench'))
    const origin = config.publicOrigin
    const screens = new URL('../../', import.meta.url)
    let platform: Platform | null = null
    const running = (): Platform => {
      if (platform === null) throw new Error('not started yet')
      return platform
    }
    // Only a node that starts needs the screens built; commands that read content and databases come here too.
    const { bindPortal } = await import('./pages/portal-pages.ts')
    const portal = await bindPortal({
      origin,
      zone: 'Asia/Almaty',
      demo: config.demo,
      messages: () => running().messages,
      dist: new URL('portal/dist/', screens),
    })
    const own = platformModule({
      database,
      telemetry,
      version: options.version,
      assets: await readStaticFiles(fileURLToPath(new URL('portal/dist/client/', screens))),
      workplace: await readStaticFiles(fileURLToPath(new URL('workplace/dist/', screens))),
      studio: await readStaticFiles(fileURLToPath(new URL('studio/dist/', screens))),
      pages: portal.pages,
      programs: () => signingPrograms(running().packages).map(program => programOrigins[program]),
      modules: () => running().modules,
    })
    const master = await masterKeyOf(config)
    const parts: PlatformParts = {
      database,
      zone: 'Asia/Almaty',
      installation: await installationOf(config),
      clock,
      ids,
      master,
      files: diskFiles({ folder: join(config.dataFolder, 'files') }),
      virusCheck: virusCheckOf(config.virusScanner),
      telemetry,
      origin,
      bindings: [...outside.bindings, bind(storyBench, bench)],
      privatePeers: config.privatePeers,
      timestampUrl: config.timestampUrl,
      outsideSystems: config.outsideSystems,
      consentServices: config.consentServices,
      witnesses: config.witnesses,
      nationalPlaces: await readNationalPlaces(config.nationalExchanges, nodeSuites),
      networkPlaces: await readNetworkPlaces(config.networkPlaces, config.demo),
      signInTraceDays: config.signInTraceDays,
      smsCodesPerHour: config.smsCodesPerHour,
      demoSignIn: demo === null ? null : demo.signIn,
      modules: [own],
    }
    platform = await composePlatform(parts)
    checkDemo(config, platform.packages)
    const published = await publishContent(config.contentFolder, platform.runner, platform.packages)
    if (published.length > 0) {
      say(`Published ${published.length === 1 ? 'one package' : `${published.length} packages`}`)
      platform = await composePlatform(parts)
    }
    await refuseUnsigned(database)
    if (demo !== null) await demo.load(platform, { database, clock, say, people: options.people ?? 5000 })
    const { releases } = platform
    releases.start()
    closing.push(() => releases.stop())
    if (config.roles.includes('worker')) {
      platform.dispatcher.start()
      platform.poller.start()
      const { dispatcher, poller } = platform
      closing.push(async () => {
        await poller.stop()
        await dispatcher.stop()
      })
      // What waits for the bench must not keep the poller.
      closing.push(() => bench.close())
      if (config.backupFolder !== null)
        closing.push(startBackups({ config, folder: config.backupFolder, master, clock, telemetry }))
    }
    let port = 0
    if (config.roles.includes('http')) {
      const { runner, modules, identity, messages } = platform
      const server = await createHttpServer({
        runner,
        modules,
        authenticator: inVisit(identity.authenticator, { reader: database, clock }),
        formGuard: identity.formGuard,
        messages,
        telemetry,
        origin,
        version: options.version,
        ratePerMinute: config.ratePerMinute,
        drawRefusal: portal.drawRefusal,
        allows: async (actor, permission, operation) => (await runner.allows({ actor, permission, operation })).allowed,
      })
      closing.push(() => server.close())
      await server.listen({ port: config.port, host: config.host })
      const address = server.server.address()
      port = typeof address === 'object' && address !== null ? address.port : config.port
    }
    return { origin, port, platform, demo, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
