import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What an embedded server remembers between starts, in `server.json` (mode 0600) of its folder: the name that its
 * processes carry, the inode of the folder that it was made for, the port it had, and the passwords of the superuser
 * `postgres` and of the role `tereze`.
 */
export type ServerRecord = { cluster: string; home?: number; port: number; password: string; adminPassword: string }

/**
 * Reads the record of a folder, or makes one with fresh passwords, written before the cluster that needs them. A folder that
 * was copied is another server: it gets a name of its own, or its start would end the server of the folder it was copied from.
 */
export function readOrCreateRecord(folder: string): ServerRecord {
  const known = readRecord(folder)
  const home = statSync(folder).ino
  if (known?.home === home) return known
  const record: ServerRecord =
    known === undefined
      ? { cluster: freshName(), home, port: 0, password: secret(), adminPassword: secret() }
      : { ...known, home, ...(known.home === undefined ? {} : { cluster: freshName(), port: 0 }) }
  writeRecord(folder, record)
  return record
}

const secret = () => randomBytes(24).toString('base64url')
const freshName = () => `tereze-${randomBytes(6).toString('hex')}`

/** Replaces the record as a whole: a reader sees the old one or the new one. */
export function writeRecord(folder: string, record: ServerRecord): void {
  const draft = join(folder, `server.json.${process.pid}`)
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, join(folder, 'server.json'))
}

/** Where a server is reached: by TCP on loopback, and by a socket in a folder where there is one. */
export type Reached = { port: number; socket: string | null }

/** Connection of the superuser to the database `postgres`. */
export function adminUrlOf(record: ServerRecord, reached: Reached): string {
  return `postgres://postgres:${record.adminPassword}@${placeOf(reached, 'postgres')}`
}

/** Connection of the role `tereze`, owner of the database `tereze`. */
export function urlOf(record: ServerRecord, reached: Reached): string {
  return `postgres://tereze:${record.password}@${placeOf(reached, 'tereze')}`
}

/** As libpq reads it too: `host` among the parameters goes before the one of the address, and the port names the socket. */
function placeOf({ port, socket }: Reached, database: string): string {
  const by = socket === null ? '' : `?host=${encodeURIComponent(socket)}`
  return `127.0.0.1:${port}/${database}${by}`
}

/** The record of a folder, or nothing where no server has been. */
export function readRecord(folder: string): ServerRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')) as ServerRecord
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
