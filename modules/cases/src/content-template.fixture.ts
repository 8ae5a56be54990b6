import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, openDatabase } from '@tereze/foundation-database'
import { workerServer } from '@tereze/foundation-testing'
import { migrationSets } from '@tereze/server'
import { afterAll } from 'vitest'
import { prepareTemplate } from '../../../apps/server/src/stories/prepare-template.ts'
import '../../../foundation/testing/src/global-setup.ts'
import { asAdmin, cloneDatabase, inDatabase } from '../../../foundation/testing/src/template-database.ts'

const content = fileURLToPath(new URL('../../../content', import.meta.url))

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
}

/** Names by the start of the server: the files of a worker share them, and nobody changes content while tests run. */
const names = new Map<string, string>()

/** Name of the template of this very content under these very migrations on a server that started at an instant. */
function nameOf(started: string): string {
  const known = names.get(started)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(started)
  const folders = [content, ...migrationSets.map(({ folder }) => fileURLToPath(folder))]
  for (const path of folders.flatMap(filesIn)) hash.update(`${path}\0`).update(readFileSync(path)).update('\0')
  const name = `template_${hash.digest('hex').slice(0, 16)}`
  names.set(started, name)
  return name
}

/**
 * A database with all migrations and the whole content: published by the test file of a run that comes first, copied by all.
 * Dropped when the test file ends.
 */
export async function contentDatabase(): Promise<Database> {
  const server = workerServer()
  const template = await asAdmin(server.adminUrl, async client => {
    const started = await client.query<{ at: string }>('select pg_postmaster_start_time()::text as at')
    const name = nameOf(started.rows[0]?.at ?? '')
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const known = await client.query('select from pg_database where datname = $1', [name])
    if (known.rowCount === 0) {
      const made = await prepareTemplate(server, content)
      await client.query(`alter database ${made.name} rename to ${name}`)
      await client.query(`alter database ${name} is_template true`)
    }
    return name
  })
  const name = `test_${randomBytes(8).toString('hex')}`
  await cloneDatabase(server, template, name)
  const database = openDatabase({ url: inDatabase(server.url, name), max: 10 })
  afterAll(async () => {
    await database.close()
    await asAdmin(server.adminUrl, client => client.query(`drop database if exists ${name} with (force)`))
  })
  return database
}
