import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rows, run, sql } from '@tereze/foundation-database'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-migrations-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A migration set that no other run has made a template for. */
function set(name: string, text: string) {
  const at = join(folder, name)
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, '20260101-0000-create.sql'), `${text};\n-- ${randomBytes(8).toString('hex')}\n`)
  return { name, folder: pathToFileURL(at) }
}

const notes = set(
  'notes',
  "create table notes.notes (tenant text, id int, primary key (tenant, id)); select tereze.own_by_tenant('notes.notes')",
)

test("two databases of one migration set have its tables and not each other's rows", async () => {
  const [one, two] = await Promise.all([testDatabase([notes]), testDatabase([notes])])
  await one.database.transaction('health', tx => run(tx, sql`insert into notes.notes values ('health', 1)`))
  expect(await rows(one.database, sql`select id from notes.notes`)).toEqual([{ id: 1 }])
  expect(await rows(two.database, sql`select id from notes.notes`)).toEqual([])
})

test('a database works as a role that row-level security binds', async () => {
  const { database } = await testDatabase([notes])
  await expect(
    database.transaction('health', tx => run(tx, sql`insert into notes.notes values ('education', 1)`)),
  ).rejects.toThrow(/row-level security/)
})

test('other migrations make another template', async () => {
  const { database } = await testDatabase([set('others', 'create table others.others (tenant text)')])
  expect(await rows(database, sql`select to_regclass('notes.notes') is null as absent`)).toEqual([{ absent: true }])
})

test('a broken migration fails the test that asked for it, and the next one again', async () => {
  const broken = set('broken', 'create table broken.broken (nonsense)')
  await expect(testDatabase([broken])).rejects.toThrow(/broken/)
  await expect(testDatabase([broken])).rejects.toThrow(/broken/)
})

test('a dropped database is gone', async () => {
  const { database, drop, adminUrl } = await testDatabase([])
  await drop()
  await expect(rows(database, sql`select 1`)).rejects.toThrow()
  const name = new URL(adminUrl).pathname.slice(1)
  const other = await testDatabase([])
  expect(await rows(other.database, sql`select datname from pg_database where datname = ${name}`)).toEqual([])
})
