import { randomBytes } from 'node:crypto'
import { type Database, type MigrationSet, openDatabase } from '@tereze/foundation-database'
import { afterAll } from 'vitest'
import { asAdmin, cloneDatabase, inDatabase, templateDatabase } from './template-database.ts'
import { workerServer } from './worker-server.ts'

/** A migrated database of one test file. */
export type TestDatabase = {
  /** Opened as the owner of the database, who is no superuser: row-level security holds in tests too. */
  database: Database
  url: string
  /** Connection of the server's superuser to the same database: for what only an operator may do. */
  adminUrl: string
  /** Closes and drops it; happens by itself when the test file ends. */
  drop(): Promise<void>
}

/**
 * A fresh database with the given migration sets, copied from a template. Call it at the top of a `*.db.test.ts` file or
 * in `beforeAll`; it is dropped when the file ends.
 */
export async function testDatabase(sets: readonly MigrationSet[] = []): Promise<TestDatabase> {
  const server = workerServer()
  const template = await templateDatabase(server, sets)
  const name = `test_${randomBytes(8).toString('hex')}`
  await cloneDatabase(server, template, name)
  const url = inDatabase(server.url, name)
  const database = openDatabase({ url, max: 10 })
  let dropped = false
  const drop = async () => {
    if (dropped) return
    dropped = true
    await database.close()
    await asAdmin(server.adminUrl, client => client.query(`drop database if exists ${name} with (force)`))
  }
  afterAll(drop)
  return { database, url, adminUrl: inDatabase(server.adminUrl, name), drop }
}
