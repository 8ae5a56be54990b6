import type { Database } from '@tereze/foundation-database'
import { testDatabase } from '@tereze/foundation-testing'
import { beforeAll, expect, test } from 'vitest'
import { allMigrations } from './module-in-memory.ts'
import { checkTables, countTables } from './table-laws.ts'

let whole: Database
beforeAll(async () => {
  whole = (await testDatabase(allMigrations())).database
})

test('every table of the migrated platform is owned by a tenant: first in each key, bound by row-level security', async () => {
  expect(await countTables(whole)).toBeGreaterThan(5)
  expect(await checkTables(whole)).toEqual([])
})

test.each([
  ['no primary key', 'create table wishes.wishes (tenant text)'],
  ['a primary key without tenant', 'create table wishes.wishes (tenant text, id text primary key)'],
  ['a primary key with tenant behind', 'create table wishes.wishes (tenant text, id text, primary key (id, tenant))'],
  [
    'a unique key without tenant',
    'create table wishes.wishes (tenant text, id text, number text unique, primary key (tenant, id))',
  ],
  [
    'a unique index without tenant',
    'create table wishes.wishes (tenant text, id text, number text, primary key (tenant, id)); create unique index on wishes.wishes (lower(number))',
  ],
  ['no row-level security', 'create table wishes.wishes (tenant text, id text, primary key (tenant, id))'],
])('%s is found out', async (_, statement) => {
  const { database, drop } = await testDatabase([])
  const client = await database.dedicated()
  try {
    await client.query('create schema wishes')
    await client.query(statement)
    if (
      !statement.startsWith('create table wishes.wishes (tenant text, id text, primary key (tenant, id))') ||
      statement.includes(';')
    ) {
      await client.query("select tereze.own_by_tenant('wishes.wishes')")
    }
    expect(await checkTables(database, { 'tereze.migrations': '' })).toHaveLength(1)
  } finally {
    await client.end()
    await drop()
  }
})

test('a table that keeps the law is found good', async () => {
  const { database } = await testDatabase([])
  const client = await database.dedicated()
  await client.query(
    "create schema wishes; create table wishes.wishes (tenant text, id text, primary key (tenant, id)); select tereze.own_by_tenant('wishes.wishes')",
  )
  await client.end()
  expect(await checkTables(database, { 'tereze.migrations': '' })).toEqual([])
})
