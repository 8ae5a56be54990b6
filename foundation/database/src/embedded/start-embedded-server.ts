import { chmodSync, closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { accountFor } from './account.ts'
import { createApplicationDatabase } from './application-database.ts'
import { archiveSettings, makeArchive } from './archive.ts'
import { findBinaries } from './binaries.ts'
import { clusterFolderOf, createCluster } from './create-cluster.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { findFreePort, isPortFree } from './free-port.ts'
import { launcherFor } from './launch.ts'
import { lockFolder } from './owner-lock.ts'
import { type Postmaster, readPostmasterPid, removeStalePid, startPostmaster } from './postmaster.ts'
import { endServerProcesses } from './server-processes.ts'
import { adminUrlOf, readOrCreateRecord, type ServerRecord, urlOf, writeRecord } from './server-record.ts'
import { embeddedSettings, type Settings } from './settings.ts'
import { makeSocketFolder } from './socket-folder.ts'

/** What to run, and where. */
export type EmbeddedServerOptions = {
  /** The server's own folder; made when missing. Holds the data, the passwords (0600) and the server's log. */
  folder: string
  /** TCP port on 127.0.0.1; 0 (the default) takes the port of last time, or a free one. */
  port?: number
  /** Told what takes time, one line each. */
  log: (line: string) => void
  /** Settings over those of `embeddedSettings`; tests switch `fsync` off. */
  settings?: Settings
  /** Keeps finished write-ahead log in `archive` of the folder until somebody takes it away: what restoring to a moment needs. */
  archive?: boolean
  /** How long to wait for an owner that is just going away, in milliseconds; 2 000 unless told. */
  patience?: number
}

/** A running PostgreSQL 18 of our own. */
export type EmbeddedServer = {
  /** Connection of the role `tereze`, owner of the database `tereze`, not a superuser. */
  url: string
  /** Connection of the superuser to the database `postgres`; for tests and tools. */
  adminUrl: string
  /** Process number of the postmaster. It is in a session of its own: killing our process group does not reach it. */
  pid: number
  /** Settles when the server is gone, by `stop` or by itself. */
  ended: Promise<void>
  /** Shuts down in the orderly way; returns when all is written and the folder is free. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL from the installed platform package, creating the cluster at the first start (about 1.5 s; later
 * starts 0.2 s). One owner per folder; what a killed owner left running is ended first, its data is recovered.
 * Throws `EmbeddedServerError`.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true })
  const release = await lockFolder(folder, options.patience)
  try {
    return await startLocked(folder, options, release)
  } catch (error) {
    release()
    throw error
  }
}

async function startLocked(
  folder: string,
  options: EmbeddedServerOptions,
  release: () => void,
): Promise<EmbeddedServer> {
  const cluster = clusterFolderOf(folder)
  const account = accountFor(cluster)
  chmodSync(folder, account ? 0o711 : 0o700)
  const binaries = findBinaries(account)
  const launch = launcherFor(account, folder)
  const record = readOrCreateRecord(folder)
  const output = openLog(folder)
  try {
    await endServerProcesses(record.cluster, readPostmasterPid(cluster))
    removeStalePid(cluster)
    if (
      await createCluster(folder, record.adminPassword, {
        binaries,
        account,
        launch,
        output: output.descriptor,
        outputFile: output.file,
      })
    ) {
      options.log('Created a PostgreSQL 18 cluster of its own')
    }
    const socket = makeSocketFolder(folder, account)
    const postmaster = await startOnFreePort(folder, record, options, async port =>
      startPostmaster({
        program: binaries.postgres,
        cluster,
        settings: {
          ...embeddedSettings(),
          ...(options.archive === true ? archiveSettings(makeArchive(folder, account)) : {}),
          ...(socket === null
            ? {}
            : { unix_socket_directories: quotedForList(socket), unix_socket_permissions: '0700' }),
          ...options.settings,
          cluster_name: record.cluster,
          port: String(port),
        },
        url: adminUrlOf(record, { port, socket }),
        launch,
        output,
        log: options.log,
      }),
    )
    return await serve(postmaster, record, socket, release)
  } finally {
    closeSync(output.descriptor)
  }
}

async function serve(
  postmaster: Postmaster,
  record: ServerRecord,
  socket: string | null,
  release: () => void,
): Promise<EmbeddedServer> {
  const reached = { port: record.port, socket }
  const adminUrl = adminUrlOf(record, reached)
  try {
    await createApplicationDatabase(adminUrl, record.password)
  } catch (error) {
    await postmaster.stop()
    throw error
  }
  return {
    url: urlOf(record, reached),
    adminUrl,
    pid: postmaster.pid,
    ended: postmaster.ended,
    async stop() {
      await postmaster.stop()
      release()
    },
  }
}

/** Another program may take a free port between our look and the server's start: then the next free one is tried. */
async function startOnFreePort(
  folder: string,
  record: ServerRecord,
  options: EmbeddedServerOptions,
  start: (port: number) => Promise<Postmaster>,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(options.port ?? 0, attempt === 1 ? record.port : 0)
    if (port !== record.port) {
      record.port = port
      writeRecord(folder, record)
    }
    try {
      return await start(port)
    } catch (error) {
      if (attempt === 3 || (await isPortFree(port))) throw error
    }
  }
}

async function choosePort(wanted: number, remembered: number): Promise<number> {
  if (wanted !== 0) {
    if (await isPortFree(wanted)) return wanted
    throw new EmbeddedServerError(
      'port-taken',
      `Port ${wanted} of 127.0.0.1 is taken by another program. Give another one, or 0.`,
    )
  }
  return remembered !== 0 && (await isPortFree(remembered)) ? remembered : findFreePort()
}

/** A folder in a list of PostgreSQL's settings: a comma in its name would be read as the end of it. */
function quotedForList(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`
}

/** The server's own log; what grew over 8 MiB is kept as the one before. */
function openLog(folder: string): { descriptor: number; file: string } {
  const file = join(folder, 'server.log')
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 8 * 1024 ** 2) renameSync(file, `${file}.1`)
  return { descriptor: openSync(file, 'a', 0o600), file }
}
