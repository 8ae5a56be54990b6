import { run, sql } from '@tereze/foundation-database'
import { type Job, type JobContext, job } from '@tereze/foundation-operations'
import { testDatabase } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { createPoller } from '../poller.ts'
import { runDue } from '../run-due.ts'
import { whenDue } from './when-due.ts'

const { database } = await testDatabase()
await database.transaction('tests', tx => run(tx, sql`create schema trial`))
await database.transaction('tests', tx =>
  run(tx, sql`create table trial.work (kind text not null, due_at timestamptz)`),
)

const due = (kind: string) =>
  sql<{ at: string | null }>`select due_at as at from trial.work where kind = ${sql.lit(kind)}`
const jobs = [
  { name: 'calls', due: due('call') },
  { name: 'visits', due: due('visit') },
  { name: 'unsaid' },
  { name: 'always', due: sql<{ at: string | null }>`select 'epoch'::timestamptz as at` },
]

test('the earliest moment of each, none where nothing waits, nothing of what cannot say', async () => {
  expect(await whenDue(database, [])).toEqual(new Map())
  const nothing = [
    ['calls', null],
    ['visits', null],
    ['always', 0],
  ] as const
  expect(await whenDue(database, jobs)).toEqual(new Map(nothing))
  await database.transaction('tests', tx =>
    run(
      tx,
      sql`insert into trial.work values ('call', '2026-03-02T10:00:00.0004Z'), ('call', '2026-03-03T10:00:00Z'), ('call', null),
        ('visit', null)`,
    ),
  )
  const due = await whenDue(database, jobs)
  // Never before the moment: what is looked for a fraction of a millisecond too early is not found.
  expect(due.get('calls')).toBe(Date.parse('2026-03-02T10:00:00.001Z'))
  expect(due.get('visits')).toBeNull()
})

const contextOf = () => ({ database, clock: { now: () => new Date() } }) as JobContext
const write = (kind: string, at: string) =>
  database.transaction('tests', tx => run(tx, sql`insert into trial.work values (${kind}, now() + ${at}::interval)`))
/** A job that takes away one row each time; `ran` counts its runs. */
function taker(kind: string, ran: Record<string, number>, more: Partial<Job> = {}): Job {
  return job({
    name: kind,
    every: 60_000,
    due: due(kind),
    async run() {
      ran[kind] = (ran[kind] ?? 0) + 1
      const { rowCount } = await database.transaction('tests', tx =>
        tx.client.query(
          'delete from trial.work where ctid in (select ctid from trial.work where kind = $1 and due_at <= now() limit 1)',
          [kind],
        ),
      )
      return rowCount ?? 0
    },
    ...more,
  })
}
const left = async (kind: string) =>
  Number(
    (
      await database.transaction('tests', tx =>
        tx.client.query('select count(*) from trial.work where kind = $1', [kind]),
      )
    ).rows[0].count,
  )

test('what is run once is what is due, and what cannot say', async () => {
  const ran: Record<string, number> = {}
  await write('mail', '-1 minute')
  await write('parcel', '1 hour')
  expect(await runDue([], contextOf)).toBe(0)
  expect(
    await runDue([taker('mail', ran), taker('parcel', ran), taker('unsaid', ran, { due: undefined })], contextOf),
  ).toBe(1)
  expect(ran).toEqual({ mail: 1, unsaid: 1 })
})

test('jobs that say when are run when it is time, and when woken only those for which there is something', async () => {
  const ran: Record<string, number> = {}
  await write('letter', '-1 minute')
  await write('letter', '-1 minute')
  await write('late', '300 milliseconds')
  const failures: string[] = []
  const poller = createPoller(
    [taker('letter', ran), taker('late', ran), taker('idle', ran), taker('unsaid', ran, { due: undefined })],
    contextOf,
    name => failures.push(name),
  )
  poller.start()
  await expect.poll(() => left('letter'), { timeout: 5_000 }).toBe(0)
  await expect.poll(() => left('late'), { timeout: 5_000 }).toBe(0)
  const before = ran.letter ?? 0
  await write('letter', '-1 minute')
  poller.wake()
  await expect.poll(() => left('letter'), { timeout: 5_000 }).toBe(0)
  await expect.poll(() => ran.unsaid ?? 0, { timeout: 5_000 }).toBeGreaterThanOrEqual(2)
  await poller.stop()
  expect(ran.idle).toBeUndefined()
  // Two rows and a look that finds none; then, when woken, one and one.
  expect(before).toBeGreaterThanOrEqual(3)
  expect(ran.late).toBeGreaterThanOrEqual(2)
  expect(failures).toEqual([])
})

test('a job that fails rests as long as its failures say, though it is due', async () => {
  const ran: Record<string, number> = {}
  await write('broken', '-1 minute')
  await write('sound', '-1 minute')
  const failures: string[] = []
  const broken = taker('broken', ran, {
    async run() {
      ran.broken = (ran.broken ?? 0) + 1
      throw new Error('down')
    },
  })
  const poller = createPoller([broken, taker('sound', ran, { every: 20 })], contextOf, name => failures.push(name))
  poller.start()
  await expect.poll(() => left('sound'), { timeout: 5_000 }).toBe(0)
  for (let time = 0; time < 10; time++) {
    poller.wake()
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  expect(ran.broken).toBe(1)
  poller.wake('broken')
  await expect.poll(() => ran.broken, { timeout: 5_000 }).toBe(2)
  await poller.stop()
  expect(failures).toEqual(['broken', 'broken'])
})

test('a look that fails is told and made again', async () => {
  const ran: Record<string, number> = {}
  let isAway = true
  const contextOf = () =>
    ({
      get database() {
        if (isAway) throw new Error('away')
        return database
      },
      clock: { now: () => new Date() },
    }) as JobContext
  const failures: string[] = []
  const poller = createPoller([taker('retold', ran, { every: 20 })], contextOf, name => failures.push(name))
  poller.start()
  await expect.poll(() => failures[0], { timeout: 5_000 }).toBe('poller')
  isAway = false
  await write('retold', '-1 minute')
  await expect.poll(() => left('retold'), { timeout: 5_000 }).toBe(0)
  await poller.stop()
})
