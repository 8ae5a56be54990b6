import { chownSync, existsSync, lstatSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { accountFor } from './account.ts'
import { archiveFolderOf } from './archive.ts'
import { clusterFolderOf } from './create-cluster.ts'
import { answers } from './postmaster.ts'
import { adminUrlOf, readRecord, urlOf } from './server-record.ts'
import { findSocketFolder } from './socket-folder.ts'

/** Where an embedded server is, whether or not it runs. */
export interface EmbeddedPlace {
  /** The cluster's files. */
  readonly cluster: string
  /** Finished write-ahead log. */
  readonly archive: string
  /** Connection of the superuser when the server runs. */
  readonly adminUrl: string
  /** Connection of the role `tereze` when the server runs. */
  readonly url: string
  /** Whether it runs. */
  runs(): Promise<boolean>
}

/** The embedded server of a folder; null when there has been none. */
export function findEmbedded(folder: string): EmbeddedPlace | null {
  const place = resolve(folder)
  const record = readRecord(place)
  const cluster = clusterFolderOf(place)
  if (record === undefined || !existsSync(cluster)) return null
  const reached = { port: record.port, socket: findSocketFolder(place, record.port) }
  const adminUrl = adminUrlOf(record, reached)
  return {
    cluster,
    archive: archiveFolderOf(place),
    adminUrl,
    url: urlOf(record, reached),
    runs: () => answers(adminUrl),
  }
}

/** Gives everything below a path to the account that the server runs under. */
export function giveToServer(path: string): void {
  const account = accountFor(path)
  if (account === undefined) return
  const give = (one: string) => {
    chownSync(one, account.uid, account.gid)
    if (lstatSync(one).isDirectory()) for (const name of readdirSync(one)) give(join(one, name))
  }
  give(path)
}
