import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { testDatabase } from '@tereze/foundation-testing'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { defer, post, Rollback, readingTx, rows, run, sql, type Tx, undoable } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-posted-'))
writeFileSync(
  join(folder, '20260101-0000-create-lines.sql'),
  `create table posted.lines (tenant text, id int, primary key (tenant, id));
   select tereze.own_by_tenant('posted.lines'); -- ${randomBytes(8).toString('hex')}`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { database } = await testDatabase([{ name: 'posted', folder: pathToFileURL(`${folder}/`) }])
const write = (tx: Tx, id: number) => post(tx, sql`insert into posted.lines values ('health', ${id})`)
const ids = async () =>
  (await rows<{ id: number }>(database, sql`select id from posted.lines order by id`)).map(r => r.id)

beforeEach(() => database.transaction('health', tx => run(tx, sql`delete from posted.lines`)))

describe('post', () => {
  it('writes in its place among the other statements', async () => {
    const seen = await database.transaction('health', async tx => {
      write(tx, 1)
      write(tx, 2)
      const found = await rows<{ id: number }>(tx, sql`select id from posted.lines order by id`)
      write(tx, 3)
      return found.map(row => row.id)
    })
    expect(seen).toEqual([1, 2])
    expect(await ids()).toEqual([1, 2, 3])
  })

  it('fails the transaction with its own error, also when it was the last, and nothing of it stays', async () => {
    const twice = database.transaction('health', async tx => {
      write(tx, 1)
      write(tx, 1)
    })
    await expect(twice).rejects.toMatchObject({ code: '23505' })
    const goneOn = database.transaction('health', async tx => {
      write(tx, 2)
      write(tx, 2)
      await rows(tx, sql`select 1`)
    })
    await expect(goneOn).rejects.toMatchObject({ code: '23505' })
    expect(await ids()).toEqual([])
  })

  it('fails the transaction when it could not even be sent', async () => {
    const unsendable = database.transaction('health', async tx => {
      write(tx, 1)
      const cycle: Record<string, unknown> = {}
      cycle.self = cycle
      post(tx, sql`insert into posted.lines values ('health', ${cycle})`)
    })
    await expect(unsendable).rejects.toThrow(/circular/i)
    expect(await ids()).toEqual([])
  })

  it('does not hide that an awaited statement failed and was swallowed', async () => {
    const swallowed = database.transaction('health', async tx => {
      write(tx, 1)
      await rows(tx, sql`select 1 / 0`).catch(() => undefined)
    })
    await expect(swallowed).rejects.toThrow(/went on as if it had not/)
    expect(await ids()).toEqual([])
  })

  it('is undone with the transaction', async () => {
    const undone = database.transaction('health', async tx => {
      write(tx, 1)
      throw new Rollback('no')
    })
    await expect(undone).rejects.toBeInstanceOf(Rollback)
    expect(await ids()).toEqual([])
  })

  it('leaves the connection usable after a failure, statements of the same text too', async () => {
    for (let round = 0; round < 3; round++) {
      const failing = database.transaction('health', async tx => {
        await rows(tx, sql`select 1 / 0`).catch(() => undefined)
        post(tx, sql`insert into posted.lines (tenant, id) values ('health', ${round}) -- again`)
      })
      await expect(failing).rejects.toThrow()
      await database.transaction('health', async tx =>
        post(tx, sql`insert into posted.lines (tenant, id) values ('health', ${round}) -- again`),
      )
    }
    expect(await ids()).toEqual([0, 1, 2])
  })

  it('is refused where a transaction only reads', () => {
    expect(() => write(readingTx(database, 'health'), 1)).toThrow(/only reads/)
  })
})

describe('defer', () => {
  const kept: number[][] = []
  const writeAll = (tenant: string, all: readonly number[]) => {
    kept.push([...all])
    return sql`insert into posted.lines select ${tenant}::text, unnest(${[...all]}::int[])`
  }

  it('writes together what was put off, just before the commit', async () => {
    const seen = await database.transaction('health', async tx => {
      defer(tx, writeAll, 1)
      defer(tx, writeAll, 2)
      return (await rows(tx, sql`select id from posted.lines`)).length
    })
    expect(seen).toBe(0)
    expect(kept.splice(0)).toEqual([[1, 2]])
    expect(await ids()).toEqual([1, 2])
  })

  it('writes all kinds in one statement', async () => {
    const writeTens = (tenant: string, all: readonly number[]) =>
      writeAll(
        tenant,
        all.map(one => one * 10),
      )
    const writeHundreds = (tenant: string, all: readonly number[]) =>
      writeAll(
        tenant,
        all.map(one => one * 100),
      )
    const { statements } = database.sent
    await database.transaction('health', async tx => {
      for (const [place, kind] of [writeAll, writeTens, writeHundreds, writeTens].entries()) defer(tx, kind, place + 1)
    })
    expect(database.sent.statements - statements).toBe(3)
    expect(kept.splice(0)).toEqual([[1], [20, 40], [300]])
    expect(await ids()).toEqual([1, 20, 40, 300])
  })

  it('forgets what an undone part has put off, and fails with the transaction', async () => {
    await database.transaction('health', async tx => {
      defer(tx, writeAll, 1)
      await undoable(
        tx,
        async () => defer(tx, writeAll, 2),
        () => false,
      )
      await undoable(tx, () => Promise.reject(defer(tx, writeAll, 3)), Boolean).catch(() => undefined)
      await undoable(
        tx,
        async () => defer(tx, writeAll, 4),
        () => true,
      )
    })
    expect(await ids()).toEqual([1, 4])
    const twice = database.transaction('health', async tx => defer(tx, writeAll, 1))
    await expect(twice).rejects.toMatchObject({ code: '23505' })
  })
})

describe('analyze', () => {
  it('has PostgreSQL look at what was filled, and leaves empty tables as they are', async () => {
    await database.transaction('health', tx =>
      run(tx, sql`insert into posted.lines select 'health', generate_series(1, 3000)`),
    )
    await database.analyze()
    const known = await rows<{ name: string; rows: number }>(
      database,
      sql`select relname as name, reltuples::int as rows from pg_class
        where oid in ('posted.lines'::regclass, 'tereze.migrations'::regclass) order by name`,
    )
    expect(known).toEqual([
      { name: 'lines', rows: 3000 },
      { name: 'migrations', rows: -1 },
    ])
  })
})
