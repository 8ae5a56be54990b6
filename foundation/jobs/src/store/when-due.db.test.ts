import { run, sql } from '@tereze/foundation-database'
import { testDatabase } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
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
