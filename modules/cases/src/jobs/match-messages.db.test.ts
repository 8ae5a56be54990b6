import { rows, run, sql, type Tx } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { correlateMessage } from '../contract/index.ts'
import { line, ownProcesses } from '../own-processes.fixture.ts'
import { matchMessages } from '../store/messages.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const { database } = cases.platform
const worker = cases.official('worker')
const message = '<bpmn:message id="m" name="plot allotted" tereze:key="=parcel"/>'
const look = ['look', '<bpmn:userTask id="look" tereze:role="case-worker"/>'] as const
own.publish('hears', line(['receive', '<bpmn:receiveTask id="receive" messageRef="m"/>'], look), { beside: message })

let count = 0
const send = async (key: string) =>
  done(
    await cases.run(
      correlateMessage,
      { organisation: benefits, message: `plot-${++count}`, name: 'plot allotted', key, content: {} },
      worker,
    ),
  )
async function waiting(parcel: string) {
  const { place } = await cases.decided('granted')
  await own.move(place, async moved => {
    moved.row.data = { ...moved.row.data, parcel }
  })
  return { place, instance: await own.start(place, 'hears') }
}

/** Rows of messages and waits that a connection has read lately; earlier transactions of it may count too. */
async function readBy(tx: Tx): Promise<number> {
  const [counted] = await rows(
    tx,
    sql<{ read: number }>`select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as read
      from pg_stat_xact_user_tables where schemaname = 'cases' and relname in ('messages', 'subscriptions')`,
  )
  return counted?.read ?? 0
}

/** Messages and waits that one look of the job reads. */
function readByOneLook(): Promise<number> {
  return database.transaction(benefits, async tx => {
    const before = await readBy(tx)
    await matchMessages(tx, new Date(cases.now()), 200)
    return (await readBy(tx)) - before
  })
}

async function manyUnmatched(): Promise<void> {
  await database.transaction(benefits, async tx => {
    await run(
      tx,
      sql`insert into cases.messages (tenant, id, kind, name, key, content, organisation, sent_at, expires_at)
        select ${benefits}, 'many-' || n, 'message', 'plot allotted', 'many-' || n, '{}', ${benefits}, ${cases.now()}::timestamptz,
          ${cases.now()}::timestamptz + interval '30 days' from generate_series(1, 5000) n`,
    )
    await run(
      tx,
      sql`insert into cases.subscriptions (tenant, id, case_id, instance, kind, name, key, since)
        select ${benefits}, 'wait-' || n, 'case', 'instance', 'message', 'plot allotted', 'other-' || n, ${cases.now()}::timestamptz
        from generate_series(1, 5000) n`,
    )
  })
  await cases.settle()
  await database.transaction(benefits, tx => run(tx, sql`analyze cases.messages, cases.subscriptions`))
}

it('looks at what is new only, however many messages nobody waits for and however many wait for nothing', async () => {
  await manyUnmatched()
  expect(await readByOneLook()).toBe(0)
  await send('nobody waits')
  expect(await readByOneLook()).toBeLessThan(20)
  expect(await readByOneLook()).toBe(0)
  const { place, instance } = await waiting('P-10')
  await cases.settle()
  await send('P-10')
  expect(await readByOneLook()).toBeLessThan(20)
  await cases.settle()
  expect(await own.waitsAt(place, instance)).toEqual(['look'])
})

it('finds among many settled ones the message for a wait that comes later', async () => {
  await send('P-11')
  await cases.settle()
  const { place, instance } = await waiting('P-11')
  expect(await readByOneLook()).toBeLessThan(20)
  await cases.settle()
  expect(await own.waitsAt(place, instance)).toEqual(['look'])
})

it('gives several messages for one key to several waits, one to each', async () => {
  const waits = [await waiting('P-12'), await waiting('P-12'), await waiting('P-12')]
  for (const _ of waits) await send('P-12')
  await cases.settle()
  const at = await Promise.all(waits.map(({ place, instance }) => own.waitsAt(place, instance)))
  expect(at).toEqual([['look'], ['look'], ['look']])
})

it('gives a wait that was busy what came meanwhile', async () => {
  const since = cases.now()
  const wait = { id: 'wait-busy', name: 'plot allotted', key: 'P-13' }
  const left = async () =>
    (
      await rows(
        database,
        sql<{ id: string }>`select id from cases.messages where key = 'P-13' and delivered_at is null order by id`,
      )
    ).length
  const match = () => database.transaction(benefits, tx => matchMessages(tx, new Date(cases.now()), 200))
  await database.transaction(benefits, tx =>
    run(
      tx,
      sql`insert into cases.subscriptions (tenant, id, case_id, instance, kind, name, key, since)
        values (${benefits}, ${wait.id}, 'case', 'instance', 'message', ${wait.name}, ${wait.key}, ${since})`,
    ),
  )
  await match()
  await send('P-13')
  await match()
  await send('P-13')
  while ((await match()) > 0);
  expect(await left()).toBe(1)
  await database.transaction(benefits, tx => run(tx, sql`delete from cases.work where id = ${`${wait.id}/message`}`))
  await match()
  expect(await left()).toBe(0)
})
