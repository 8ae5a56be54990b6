import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type EmbeddedPlace, findEmbedded } from '@tereze/foundation-database'
import pg from 'pg'
import { fileEntry, folderEntry, textEntry, walk } from './container.ts'
import { BackupMissing, oneText, type Repository } from './repository.ts'
import { takeArchive } from './write-ahead-log.ts'

/** A backup of everything at a moment; with the write-ahead log after it, of every moment since. */
export interface Manifest {
  readonly id: string
  readonly begun: string
  readonly ended: string
  /** Segments of the write-ahead log that it needs to be whole. */
  readonly firstSegment: string
  readonly lastSegment: string
  readonly version: string
  readonly bytes: number
  readonly files: number
}

/** How far a backup or a restore has come. */
export interface Progress {
  readonly step: 'database' | 'files' | 'log'
  readonly done: number
  /** Bytes or pieces in all; null when it is not known before. */
  readonly of: number | null
}

/** What PostgreSQL makes anew by itself or must not find again (PostgreSQL manual, 25.3.4). */
const left = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+/
const never =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init|pgsql_tmp[^/]*|backup_label|tablespace_map|[a-z]+\.signal)$/
const skipped = (path: string) => left.test(path) || never.test(path)

async function sizeOf(root: string, skip: (path: string) => boolean): Promise<number> {
  let bytes = 0
  for await (const { size } of walk(root, skip)) bytes += size ?? 0
  return bytes
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function* counted(source: AsyncIterable<Uint8Array>, told: (bytes: number) => void): AsyncIterable<Uint8Array> {
  for await (const part of source) {
    told(part.length)
    yield part
  }
}

/** Everything of a folder but what is skipped, below a prefix. */
async function* folderOf(root: string, prefix: string, skip: (path: string) => boolean): AsyncIterable<Uint8Array> {
  for await (const { path, mode, size } of walk(root, skip)) {
    if (size === null) yield* folderEntry(`${prefix}/${path}`, mode)
    else yield* fileEntry(`${prefix}/${path}`, join(root, path))
  }
}

/** The cluster between the begin and the end of a backup; the control file last, as PostgreSQL asks. */
async function* clusterOf(
  dataFolder: string,
  place: EmbeddedPlace,
  end: () => Promise<string>,
): AsyncIterable<Uint8Array> {
  yield* folderEntry('postgres', 0o711)
  yield* folderEntry('postgres/data', 0o700)
  yield* folderOf(place.cluster, 'postgres/data', path => skipped(path) || path === 'global/pg_control')
  yield* fileEntry('postgres/data/global/pg_control', join(place.cluster, 'global/pg_control'))
  yield* textEntry('postgres/data/backup_label', await end())
  yield* fileEntry('postgres/server.json', join(dataFolder, 'postgres/server.json'))
  if (await exists(join(dataFolder, 'demo'))) yield* folderOf(join(dataFolder, 'demo'), 'demo', () => false)
}

/** Takes the blobs that the repository has not got; returns the hashes of all. */
async function takeFiles(dataFolder: string, repository: Repository, told: (done: number) => void): Promise<string[]> {
  const root = join(dataFolder, 'files/blobs')
  const hashes: string[] = []
  if (!(await exists(root))) return hashes
  const names = (await readdir(root, { recursive: true, withFileTypes: true })).filter(item => item.isFile())
  for (const { name, parentPath } of names) {
    const kept = `files/${repository.hidden(name)}`
    if (!(await repository.has(kept))) await repository.write(kept, createReadStream(join(parentPath, name)))
    hashes.push(name)
    told(hashes.length)
  }
  return hashes.sort()
}

/**
 * Takes a backup of a running embedded server and of the files, while everything goes on. The files are read after the database: what a
 * row names was written before the row.
 * @param options.dataFolder that of the platform: `postgres`, `files`, `demo` in it. The master key is never taken.
 * @throws BackupMissing when the server keeps no archive of its write-ahead log, or none runs.
 */
export async function takeBackup(options: {
  dataFolder: string
  repository: Repository
  now: () => Date
  onProgress?: (progress: Progress) => void
}): Promise<Manifest> {
  const { dataFolder, repository, now } = options
  const told = options.onProgress ?? (() => undefined)
  const place = findEmbedded(join(dataFolder, 'postgres'))
  if (place === null) throw new BackupMissing(`there is no embedded database in ${dataFolder}`)
  const begun = now().toISOString()
  const id = begun.replaceAll(/[-:.]/g, '')
  const client = new pg.Client({ connectionString: place.adminUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ archive_mode: string }>('show archive_mode')
    if (rows[0]?.archive_mode !== 'on') throw new BackupMissing('the server keeps no archive of its write-ahead log')
    const started = await client.query<{ segment: string; version: string }>(
      `select pg_walfile_name(pg_backup_start('tereze', true)) as segment, current_setting('server_version') as version`,
    )
    let lastSegment = ''
    const end = async () => {
      const stopped = await client.query<{ label: string; segment: string }>(
        'select labelfile as label, pg_walfile_name(lsn) as segment from pg_backup_stop(true)',
      )
      lastSegment = stopped.rows[0]?.segment ?? ''
      return stopped.rows[0]?.label ?? ''
    }
    const of = await sizeOf(place.cluster, skipped)
    let bytes = 0
    const source = counted(clusterOf(dataFolder, place, end), length => {
      bytes += length
      told({ step: 'database', done: Math.min(bytes, of), of })
    })
    await repository.write(`base/${id}/cluster`, source)
    const hashes = await takeFiles(dataFolder, repository, done => told({ step: 'files', done, of: null }))
    await repository.write(`base/${id}/files`, oneText(hashes.join('\n')))
    const pieces = await takeArchive(place.archive, repository)
    told({ step: 'log', done: pieces, of: pieces })
    const manifest: Manifest = {
      id,
      begun,
      ended: now().toISOString(),
      firstSegment: started.rows[0]?.segment ?? '',
      lastSegment,
      version: started.rows[0]?.version ?? '',
      bytes,
      files: hashes.length,
    }
    await repository.write(`base/${id}/manifest`, oneText(JSON.stringify(manifest)))
    await repository.write(`bases/${id}`, oneText(id))
    return manifest
  } finally {
    await client.end()
  }
}
