import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { testDatabase } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { MigrationChanged, migrate, rows, run, sql } from './index.ts'

const { database, url } = await testDatabase([])
const folder = await mkdtemp(join(tmpdir(), 'tereze-migrations-'))
const set = { name: 'shop', folder: pathToFileURL(`${folder}/`) }
const first = `create table shop.things (tenant text not null, id text not null, constraint things_pk primary key (tenant, id));
select tereze.own_by_tenant('shop.things');`

describe('a table that is owned by tenants', () => {
  it('is written by a transaction of the same tenant only', async () => {
    await writeFile(join(folder, '1-create.sql'), first)
    expect(await migrate(url, [set])).toEqual(['shop/1-create.sql'])
    await database.transaction('north', tx => run(tx, sql`insert into shop.things values ('north', 'a')`))
    await database.transaction('south', tx => run(tx, sql`insert into shop.things values ('south', 'b')`))
    const foreign = database.transaction('north', tx => run(tx, sql`insert into shop.things values ('south', 'c')`))
    await expect(foreign).rejects.toThrow(/row-level security/)
    const moved = database.transaction('north', tx =>
      run(tx, sql`update shop.things set id = 'x' where tenant = 'south'`),
    )
    await expect(moved).rejects.toThrow(/row-level security/)
    expect(
      await database.transaction('north', tx => run(tx, sql`delete from shop.things where tenant = 'south'`)),
    ).toBe(0)
    expect(await rows(database, sql`select id from shop.things order by id`)).toEqual([{ id: 'a' }, { id: 'b' }])
  })

  it('is filled for all tenants by a migration, and by nothing else', async () => {
    await writeFile(
      join(folder, '2-fill.sql'),
      `alter table shop.things add column size integer; update shop.things set size = 1;`,
    )
    expect(await migrate(url, [set])).toEqual(['shop/2-fill.sql'])
    expect(await rows(database, sql`select distinct size from shop.things`)).toEqual([{ size: 1 }])
    for (const tenant of ['~migration', '*x', '', "a'; drop table shop.things; --"]) {
      await expect(database.transaction(tenant, async () => 1)).rejects.toThrow(/not a tenant/)
    }
  })

  it('refuses an applied migration that was edited', async () => {
    await writeFile(join(folder, '1-create.sql'), `${first} -- edited`)
    await expect(migrate(url, [set])).rejects.toThrow(MigrationChanged)
    await rm(folder, { recursive: true })
  })
})

describe('a transaction', () => {
  it('ends after five seconds', async () => {
    const long = database.transaction('north', tx => run(tx, sql`select pg_sleep(7)`))
    await expect(long).rejects.toThrow(/transaction timeout|terminating connection/)
  }, 15_000)
})
