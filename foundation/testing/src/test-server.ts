import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EmbeddedServerError, startEmbeddedServer } from '@tereze/foundation-database'
import { Client } from 'pg'

/** Where tests create databases: as whom (`adminUrl`), and as whom they work in them (`url`, never a superuser). */
export type TestServer = { adminUrl: string; url: string }

/** A test server and the way to give it back. */
export type StartedTestServer = TestServer & { stop(): Promise<void> }

const SLOTS = 16

/** Speed instead of durability; no test loses power. Room for every worker's pools. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  shared_buffers: '128MB',
}

/**
 * One PostgreSQL for one test run. With `externalUrl` (a role that may create databases and is no superuser) that one;
 * otherwise an embedded one in `TEREZE_TEST_HOME` or `.tereze/test`, where runs beside each other take folders of their own and later runs find
 * the template databases of earlier ones.
 */
export async function startTestServer(externalUrl?: string): Promise<StartedTestServer> {
  if (externalUrl) {
    await assertNoSuperuser(externalUrl)
    return { adminUrl: externalUrl, url: externalUrl, stop: async () => undefined }
  }
  const home = process.env.TEREZE_TEST_HOME ?? fileURLToPath(new URL('../../../.tereze/test', import.meta.url))
  for (let slot = 1; slot <= SLOTS; slot++) {
    const folder = join(home, `postgres-${slot}`)
    const server = await startInSlot(folder)
    if (!server) continue
    await dropLeftovers(server.adminUrl)
    return { adminUrl: server.adminUrl, url: server.url, stop: () => server.stop() }
  }
  throw new Error(`${SLOTS} test runs are using ${home} already`)
}

async function startInSlot(folder: string) {
  const start = () => startEmbeddedServer({ folder, settings: SETTINGS, patience: 0, log: () => undefined })
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof EmbeddedServerError)) throw error
    if (error.problem === 'in-use') return undefined
    if (error.problem !== 'not-started' && error.problem !== 'not-created') throw error
    rmSync(folder, { recursive: true, force: true })
    return start()
  }
}

/** Clones of killed runs go; templates stay until there are too many of them. */
async function dropLeftovers(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname ~ '^(test|template)_' order by oid desc",
    )
    const templates = rows.filter(row => row.name.startsWith('template_'))
    const clones = rows.filter(row => row.name.startsWith('test_'))
    for (const { name } of [...clones, ...templates.slice(24)]) {
      await client.query(`alter database ${client.escapeIdentifier(name)} is_template false`)
      await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
    }
  } finally {
    await client.end()
  }
}

async function assertNoSuperuser(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      'select rolsuper or rolbypassrls as all_powerful from pg_roles where rolname = current_user',
    )
    if (rows[0]?.all_powerful) {
      throw new Error(
        'TEST_DATABASE_URL names a role that row-level security does not bind. Use one made by: create role tests login createdb',
      )
    }
  } finally {
    await client.end()
  }
}
