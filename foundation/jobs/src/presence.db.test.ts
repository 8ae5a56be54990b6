import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Database, findRow, rows, run, sql } from '@tereze/foundation-database'
import { type JobContext, job } from '@tereze/foundation-operations'
import { testDatabase } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { createPoller } from './poller.ts'
import { enterNodes, type Presence } from './presence.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-claims-'))
writeFileSync(
  join(folder, '20260101-0000-work.sql'),
  `create table claims.work (tenant text not null, id text not null, claimed_by integer, done_by integer[] not null default '{}');
   select tereze.own_by_tenant('claims.work'); -- ${randomBytes(8).toString('hex')}`,
)
const migrations = [{ name: 'claims', folder: pathToFileURL(`${folder}/`) }]
const tenant = 'office'

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<number> {
  const began = Date.now()
  while (!(await condition())) {
    if (Date.now() - began > 20_000) throw new Error(`waited too long: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return Date.now() - began
}

/** Ends the session in which a node is present, as when it was killed. */
async function kill(database: Database, node: number): Promise<void> {
  await rows(
    database,
    sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7236824 and objid = ${node}`,
  )
}

it('three nodes are present, and those that live let go what the one that died had claimed, and nothing else', async () => {
  const { database } = await testDatabase(migrations)
  const claim = (id: string, node: number | null) =>
    database.transaction(tenant, tx => run(tx, sql`insert into claims.work values (${tenant}, ${id}, ${node})`))
  const claims = async () =>
    Object.fromEntries(
      (
        await rows(database, sql<{ id: string; node: number | null }>`select id, claimed_by as node from claims.work`)
      ).map(({ id, node }) => [id, node]),
    )
  const failures: unknown[] = []
  const enter = (node: number): Promise<Presence> =>
    enterNodes({
      database,
      node,
      letGo: async () => {
        await database.transaction(tenant, tx =>
          run(
            tx,
            sql`update claims.work set claimed_by = null where claimed_by is not null and not tereze.node_lives(claimed_by)`,
          ),
        )
      },
      onFailure: error => void failures.push(error),
      every: 50,
    })
  await claim('of nobody', 99)
  const [first, second, third] = [await enter(1), await enter(2), await enter(3)]
  for (const [id, node] of [
    ['one', 1],
    ['two', 2],
    ['three', 3],
  ] as const)
    await claim(id, node)
  expect(await claims()).toEqual({ 'of nobody': null, one: 1, two: 2, three: 3 })
  await second.leave()
  await until(async () => (await claims()).two === null, 'the claim of the second node')
  expect(await claims()).toEqual({ 'of nobody': null, one: 1, two: null, three: 3 })
  expect(failures).toEqual([])
  await third.leave()
  await until(async () => (await claims()).three === null, 'the claim of the third node')
  expect((await claims()).one).toBe(1)
  await first.leave()
})

it('a node that lost its connection comes back, and is known to live again', async () => {
  const { database } = await testDatabase(migrations)
  const failures: unknown[] = []
  const presence = await enterNodes({
    database,
    node: 7,
    letGo: async () => undefined,
    onFailure: error => void failures.push(error),
    every: 50,
  })
  const lives = async () =>
    (await findRow(database, sql<{ lives: boolean }>`select tereze.node_lives(7) as lives`))?.lives
  expect(await lives()).toBe(true)
  await kill(database, 7)
  await until(() => failures.length > 0, 'that the loss is told')
  await until(async () => (await lives()) === true, 'that the node is back')
  await presence.leave()
  await until(async () => (await lives()) === false, 'that the node has left')
})

it('a node that cannot let go leaves its place', async () => {
  const { database } = await testDatabase(migrations)
  const letGo = () => Promise.reject(new Error('no'))
  await expect(enterNodes({ database, node: 8, letGo, onFailure: () => undefined })).rejects.toThrow('no')
  await until(
    async () =>
      (await findRow(database, sql<{ lives: boolean }>`select tereze.node_lives(8) as lives`))?.lives === false,
    'that the node has left',
  )
})

it('work that a killed node of three had begun is done by another one within seconds, and once', async () => {
  const { database } = await testDatabase(migrations)
  await database.transaction(tenant, tx =>
    run(tx, sql`insert into claims.work (tenant, id) select ${tenant}, 'work ' || n from generate_series(1, 6) n`),
  )
  /** Claims one piece and does it; the node that hangs never comes to an end. */
  const working = (hangs: boolean) =>
    job({
      name: 'claims.work',
      every: 50,
      async run({ node }: JobContext) {
        const [mine] = await database.transaction(tenant, tx =>
          rows(
            tx,
            sql<{ id: string }>`update claims.work set claimed_by = ${node} where id = (select id from claims.work
              where claimed_by is null and done_by = '{}' order by id limit 1 for update skip locked) returning id`,
          ),
        )
        if (mine === undefined) return 0
        if (hangs) await new Promise(() => undefined)
        await database.transaction(tenant, tx =>
          run(
            tx,
            sql`update claims.work set claimed_by = null, done_by = done_by || ${node}::integer where id = ${mine.id}`,
          ),
        )
        return 1
      },
      async release() {
        await database.transaction(tenant, tx =>
          run(
            tx,
            sql`update claims.work set claimed_by = null where claimed_by is not null and not tereze.node_lives(claimed_by)`,
          ),
        )
      },
    })
  let dead = false
  const pollerOf = (node: number, hangs = false) => {
    // A node that was killed does not come back.
    const dedicated = () => (hangs && dead ? Promise.reject(new Error('it was killed')) : database.dedicated())
    const context = { database: { ...database, dedicated }, node } as JobContext
    return createPoller(
      [working(hangs)],
      () => context,
      () => undefined,
    )
  }
  const hanging = pollerOf(11, true)
  hanging.start()
  const held = async () => (await rows(database, sql`select id from claims.work where claimed_by = 11`)).length
  await until(async () => (await held()) === 1, 'that the node that hangs has begun')
  const others = [pollerOf(12), pollerOf(13)]
  for (const poller of others) poller.start()
  const done = () => rows(database, sql<{ by: number[] }>`select done_by as by from claims.work where done_by <> '{}'`)
  await until(async () => (await done()).length === 5, 'that the others have done the rest')
  expect(await held()).toBe(1)
  dead = true
  await kill(database, 11)
  const took = await until(async () => (await done()).length === 6, 'that the work of the killed node is done')
  expect(took).toBeLessThan(15_000)
  expect((await done()).every(({ by }) => by.length === 1 && by[0] !== 11)).toBe(true)
  for (const poller of others) await poller.stop()
})
