import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** The migrations of one module or foundation part; its name is also its PostgreSQL schema. */
export interface MigrationSet {
  readonly name: string
  readonly folder: URL
}

/** A released migration was edited: migrations only get successors. */
export class MigrationChanged extends Error {}

interface Migration {
  set: string
  name: string
  text: string
  hash: string
}

async function readSet(set: MigrationSet): Promise<Migration[]> {
  const folder = fileURLToPath(set.folder)
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(
        new URL(name, set.folder.href.endsWith('/') ? set.folder : `${set.folder.href}/`),
        'utf8',
      )
      return { set: set.name, name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** The migrations of foundation/database itself: the `tereze` schema every other set builds on. */
export const databaseMigrations: MigrationSet = { name: 'tereze', folder: new URL('../migrations/', import.meta.url) }

/**
 * Brings a database up to date: each set in the given order, each file once, each in its own transaction,
 * under a lock so that several nodes may start together.
 * @returns names of the migrations that were applied now.
 * @throws MigrationChanged when an applied file differs from what was applied.
 */
export async function migrate(url: string, sets: readonly MigrationSet[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock(7236823, 1)')
    await client.query(`create schema if not exists tereze`)
    await client.query(
      `create table if not exists tereze.migrations (
         set text not null, name text not null, hash text not null, applied_at timestamptz not null default now(),
         constraint migrations_pk primary key (set, name))`,
    )
    const done = new Map<string, string>()
    for (const row of (
      await client.query<{ set: string; name: string; hash: string }>('select set, name, hash from tereze.migrations')
    ).rows) {
      done.set(`${row.set}/${row.name}`, row.hash)
    }
    for (const set of [databaseMigrations, ...sets]) {
      for (const migration of await readSet(set)) {
        const key = `${migration.set}/${migration.name}`
        const before = done.get(key)
        if (before === migration.hash) continue
        if (before !== undefined) {
          throw new MigrationChanged(`${key} was applied with other content; add a successor instead of editing it`)
        }
        await applyMigration(client, migration)
        applied.push(key)
      }
    }
    return applied
  } finally {
    await client.end()
  }
}

async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(`set local lock_timeout = '10s'; set local tereze.tenant = '~migration'`)
    await client.query(`create schema if not exists "${migration.set}"`)
    await client.query(migration.text)
    await client.query('insert into tereze.migrations (set, name, hash) values ($1, $2, $3)', [
      migration.set,
      migration.name,
      migration.hash,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.set}/${migration.name} failed`, { cause: error })
  }
}
