import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, migrate, openDatabase, startEmbeddedServer } from '@tereze/foundation-database'
import { migrationSets } from '../composition/modules.ts'

/** A PostgreSQL where databases may be made: as whom (`adminUrl`), and as whom the platform works in them (`url`, no superuser). */
export interface StoryServer {
  readonly adminUrl: string
  readonly url: string
}

/** Speed instead of durability: when the stories are told, their databases go. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '60',
}

/** Starts an embedded PostgreSQL in a folder of its own, within another one, that goes with it. */
export async function startStoryServer(within: string = tmpdir()): Promise<StoryServer & { stop(): Promise<void> }> {
  const folder = await mkdtemp(join(within, 'tereze-stories-'))
  const server = await startEmbeddedServer({ folder: join(folder, 'postgres'), settings, log: () => undefined })
  return {
    adminUrl: server.adminUrl,
    url: server.url,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A database made for stories. */
export interface StoryDatabase {
  readonly name: string
  readonly database: Database
  /** Closes its connections; it can be copied then. */
  close(): Promise<void>
  /** Closes and removes it. */
  drop(): Promise<void>
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function asAdmin(server: StoryServer, statement: string): Promise<void> {
  const admin = openDatabase({ url: server.adminUrl, max: 1 })
  try {
    await admin.client.query(statement)
  } finally {
    await admin.close()
  }
}

async function create(server: StoryServer, from: string): Promise<StoryDatabase> {
  const name = `story_${randomBytes(6).toString('hex')}`
  const owner = `"${new URL(server.url).username}"`
  await asAdmin(server, `create database ${name} ${from} owner ${owner}`)
  const database = openDatabase({ url: inDatabase(server.url, name), max: 8 })
  let open = true
  const close = async () => {
    if (open) await database.close()
    open = false
  }
  return {
    name,
    database,
    close,
    async drop() {
      await close()
      await asAdmin(server, `drop database if exists ${name} with (force)`)
    },
  }
}

/** A new database with all migrations. */
export async function createMigrated(server: StoryServer): Promise<StoryDatabase> {
  const made = await create(server, '')
  await migrate(made.database.url, migrationSets)
  return made
}

/** A copy of a database to which nobody is connected. */
export async function copyOf(server: StoryServer, template: StoryDatabase): Promise<StoryDatabase> {
  return create(server, `template ${template.name}`)
}
