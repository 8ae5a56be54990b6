import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Settings } from './settings.ts'

/** Where the server of a folder leaves finished write-ahead log. */
export function archiveFolderOf(folder: string): string {
  return join(folder, 'archive')
}

/** Makes the archive of a folder, for the account that the server runs under. */
export function makeArchive(folder: string, account: Account): string {
  const archive = archiveFolderOf(folder)
  mkdirSync(archive, { recursive: true, mode: 0o700 })
  if (account) chownSync(archive, account.uid, account.gid)
  return archive
}

/** A path between the single quotes of a shell command that PostgreSQL fills in: `%` would be a place to fill. */
export function quotedForServer(path: string): string {
  return `'${path.replaceAll('%', '%%').replaceAll("'", "'\\''")}'`
}

/**
 * Settings under which each segment of the write-ahead log is copied when it is full, at the latest after a minute; it gets its name only
 * when it is whole and on the disk.
 */
export function archiveSettings(archive: string): Settings {
  const target = quotedForServer(archive)
  return {
    archive_mode: 'on',
    archive_timeout: '60',
    archive_command: `cp "%p" ${target}/"%f.part" && sync ${target}/"%f.part" && mv ${target}/"%f.part" ${target}/"%f"`,
  }
}
