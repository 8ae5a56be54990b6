import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { giveToServer, quotedForServer, startEmbeddedServer } from '@tereze/foundation-database'
import { filesOf, listBackups } from './backups.ts'
import { unpack } from './container.ts'
import { BackupMissing, type Repository } from './repository.ts'
import type { Manifest, Progress } from './take-backup.ts'

/** The newest backup that had ended at a moment. */
export function chooseBackup(all: readonly Manifest[], until: Date | null): Manifest | null {
  return all.filter(({ ended }) => until === null || new Date(ended) <= until).at(-1) ?? null
}

async function isEmpty(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return names.every(name => name === 'keys')
}

async function restoreFiles(
  repository: Repository,
  manifest: Manifest,
  folder: string,
  told: (done: number) => void,
): Promise<void> {
  for (const [place, hash] of (await filesOf(repository, manifest)).entries()) {
    const shelf = join(folder, 'files/blobs', hash.slice(0, 2), hash.slice(2, 4))
    await mkdir(shelf, { recursive: true })
    const target = createWriteStream(join(shelf, hash), { mode: 0o600, flush: true })
    await pipeline(repository.read(`files/${repository.hidden(hash)}`), target)
    told(place + 1)
  }
}

/** The write-ahead log from a backup on, opened into a folder. */
async function restoreLog(repository: Repository, manifest: Manifest, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const first = manifest.firstSegment.slice(8)
  const names = (await repository.list('wal')).filter(name => name.endsWith('.history') || name.slice(8, 24) >= first)
  for (const name of names)
    await pipeline(repository.read(`wal/${name}`), createWriteStream(join(folder, name), { mode: 0o600 }))
  return names.length
}

/**
 * Restores a backup into an empty data folder, runs the write-ahead log up to a moment or to its end, and stops the server again: the
 * platform starts from it as from any folder.
 * @param options.until the last moment whose commits are wanted; all that there is when null.
 * @throws BackupMissing when no backup had ended by then, or the folder is not empty. @throws BackupDamaged
 * @throws EmbeddedServerError when the log ends before the moment.
 */
export async function restoreBackup(options: {
  repository: Repository
  into: string
  until: Date | null
  onProgress?: (progress: Progress) => void
}): Promise<Manifest> {
  const { repository, until } = options
  const told = options.onProgress ?? (() => undefined)
  const into = resolve(options.into)
  const manifest = chooseBackup(await listBackups(repository), until)
  if (manifest === null)
    throw new BackupMissing(
      until === null ? 'there is no finished backup' : `no backup had ended by ${until.toISOString()}`,
    )
  if (!(await isEmpty(into))) throw new BackupMissing(`${into} is not empty`)
  await mkdir(into, { recursive: true })
  let done = 0
  await unpack(repository.read(`base/${manifest.id}/cluster`), into, length => {
    done += length
    told({ step: 'database', done: Math.min(done, manifest.bytes), of: manifest.bytes })
  })
  await restoreFiles(repository, manifest, into, files => told({ step: 'files', done: files, of: manifest.files }))
  const folder = join(into, 'postgres')
  const log = join(folder, 'restored-log')
  const pieces = await restoreLog(repository, manifest, log)
  told({ step: 'log', done: pieces, of: pieces })
  await writeFile(join(folder, 'data/recovery.signal'), '')
  for (const path of [join(folder, 'data'), log]) giveToServer(path)
  const server = await startEmbeddedServer({
    folder,
    log: () => undefined,
    settings: {
      // Nobody gets in before the moment is reached and the server is its own master.
      hot_standby: 'off',
      restore_command: `cp ${quotedForServer(log)}/"%f" "%p"`,
      recovery_target_action: 'promote',
      ...(until === null ? {} : { recovery_target_time: until.toISOString().replace('T', ' ').replace('Z', '+00') }),
    },
  })
  await server.stop()
  await rm(log, { recursive: true })
  return manifest
}
