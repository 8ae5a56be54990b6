import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What an embedded server remembers between starts, in `server.json` (mode 0600) of its folder: the name that its
 * processes carry, the port it had, and the passwords of the superuser `postgres` and of the role `tereze`.
 */
export type ServerRecord = { cluster: string; port: number; password: string; adminPassword: string }

/** Reads the record of a folder, or makes one with fresh passwords, written before the cluster that needs them. */
export function readOrCreateRecord(folder: string): ServerRecord {
  const known = readRecord(folder)
  if (known) return known
  const secret = () => randomBytes(24).toString('base64url')
  const fresh = {
    cluster: `tereze-${randomBytes(6).toString('hex')}`,
    port: 0,
    password: secret(),
    adminPassword: secret(),
  }
  writeRecord(folder, fresh)
  return fresh
}

/** Replaces the record as a whole: a reader sees the old one or the new one. */
export function writeRecord(folder: string, record: ServerRecord): void {
  const draft = join(folder, `server.json.${process.pid}`)
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, join(folder, 'server.json'))
}

function readRecord(folder: string): ServerRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')) as ServerRecord
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
