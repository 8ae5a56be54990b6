import { createHash } from 'node:crypto'
import { type Repository, wholeText } from './repository.ts'
import { BackupDamaged } from './sealed-stream.ts'
import type { Manifest } from './take-backup.ts'
import { missingSegments } from './write-ahead-log.ts'

/** Finished backups, oldest first. @throws BackupDamaged */
export async function listBackups(repository: Repository): Promise<Manifest[]> {
  const manifests: Manifest[] = []
  for (const id of await repository.list('bases'))
    manifests.push(JSON.parse(await wholeText(repository.read(`base/${id}/manifest`))) as Manifest)
  return manifests
}

/** Hashes of the files of a backup. */
export async function filesOf(repository: Repository, { id }: Manifest): Promise<string[]> {
  const text = await wholeText(repository.read(`base/${id}/files`))
  return text === '' ? [] : text.split('\n')
}

/** What is wrong with a backup. */
export interface BackupProblem {
  readonly problem: 'damaged' | 'log-missing' | 'file-missing'
  /** What of it: a name in the repository, a segment, a hash. */
  readonly what: string
}

/** What looking through a backup found. */
export interface BackupReport {
  readonly manifest: Manifest
  /** Bytes that were opened. */
  readonly bytes: number
  readonly segments: number
  readonly problems: readonly BackupProblem[]
}

/**
 * Opens everything of a backup and of the write-ahead log after it: each chunk against its seal, each file against its hash, the log for
 * gaps. Whether PostgreSQL starts from it, only a restore shows.
 */
export async function checkBackup(
  repository: Repository,
  manifest: Manifest,
  told: (bytes: number) => void = () => undefined,
): Promise<BackupReport> {
  const problems: BackupProblem[] = []
  let bytes = 0
  const look = async (name: string, hash: string | null = null) => {
    const digest = createHash('sha256')
    try {
      for await (const part of repository.read(name)) {
        bytes += part.length
        if (hash !== null) digest.update(part)
        told(bytes)
      }
      if (hash !== null && digest.digest('hex') !== hash) problems.push({ problem: 'damaged', what: hash })
    } catch (error) {
      if (!(error instanceof BackupDamaged)) throw error
      problems.push({ problem: 'damaged', what: hash ?? name })
    }
  }
  await look(`base/${manifest.id}/cluster`)
  for (const hash of await filesOf(repository, manifest)) {
    const name = `files/${repository.hidden(hash)}`
    if (await repository.has(name)) await look(name, hash)
    else problems.push({ problem: 'file-missing', what: hash })
  }
  const segments = (await repository.list('wal')).filter(name => name.slice(8) >= manifest.firstSegment.slice(8))
  for (const name of segments) await look(`wal/${name}`)
  const wanted = segments.includes(manifest.lastSegment) ? [] : [manifest.lastSegment]
  for (const what of new Set([...missingSegments(segments, manifest.firstSegment), ...wanted]))
    problems.push({ problem: 'log-missing', what })
  return { manifest, bytes, segments: segments.length, problems }
}

/** Removes all but the newest backups, and what of log and files none of those that stay needs; returns the ids of what went. */
export async function pruneBackups(repository: Repository, keep: number): Promise<string[]> {
  const all = await listBackups(repository)
  const stays = all.slice(-keep)
  const goes = all.slice(0, -keep)
  if (goes.length === 0) return []
  for (const { id } of goes) {
    await repository.remove(`bases/${id}`)
    for (const part of ['cluster', 'files', 'manifest']) await repository.remove(`base/${id}/${part}`)
  }
  const first = stays[0]?.firstSegment.slice(8) ?? ''
  for (const name of await repository.list('wal'))
    if (/^[0-9A-F]{24}/.test(name) && name.slice(8, 24) < first) await repository.remove(`wal/${name}`)
  const needed = new Set<string>()
  for (const manifest of stays)
    for (const hash of await filesOf(repository, manifest)) needed.add(repository.hidden(hash))
  for (const name of await repository.list('files')) if (!needed.has(name)) await repository.remove(`files/${name}`)
  return goes.map(({ id }) => id)
}
