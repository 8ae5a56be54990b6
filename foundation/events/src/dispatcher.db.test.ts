import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rows, run, sql, type Tx } from '@tereze/foundation-database'
import { costOf, fixedClock, seededIds, testDatabase } from '@tereze/foundation-testing'
import type { EventEnvelope } from '@tereze/operation'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createDispatcher, eventsMigrations, insertEvent, listStuck, replaySubscriber, type Stuck } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-notes-'))
writeFileSync(
  join(folder, '20260101-0000-create-notes.sql'),
  `create table notes.notes (tenant text, place bigint generated always as identity, subscriber text, subject text, text text, event uuid);
   select tereze.own_by_tenant('notes.notes'); -- ${randomBytes(8).toString('hex')}`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const clock = fixedClock()
const ids = seededIds('events', clock)
const { database } = await testDatabase([eventsMigrations, { name: 'notes', folder: pathToFileURL(`${folder}/`) }])

/** Announces inside a transaction of `health`. */
function announce(tx: Tx, type: string, subject: string, text: string): void {
  insertEvent(tx, {
    id: ids.newUuid(),
    type,
    version: 1,
    tenant: tx.tenant,
    subject,
    time: clock.now().toISOString(),
    actor: 'system:test',
    onBehalfOf: null,
    ground: null,
    correlation: 'c',
    causation: null,
    data: { text },
  })
}
const emit = (type: string, subject: string, text: string) =>
  database.transaction('health', async tx => announce(tx, type, subject, text))

const textOf = (event: EventEnvelope) => (event.data as { text: string }).text
/** A subscriber that notes what it sees; `before` may throw when the note is written already. */
const noter = (name: string, type: string, before: (event: EventEnvelope) => void = () => undefined) => ({
  name,
  types: [type],
  tenant: (): string | null => 'education',
  async react(event: EventEnvelope, tx: Tx) {
    await run(
      tx,
      sql`insert into notes.notes (tenant, subscriber, subject, text, event)
        values (${tx.tenant}, ${name}, ${event.subject}, ${textOf(event)}, ${event.id}::uuid)`,
    )
    before(event)
  },
})
async function notes(subscriber: string): Promise<string[]> {
  const found = await rows(
    database,
    sql<{ text: string }>`select text from notes.notes where subscriber = ${subscriber} order by place`,
  )
  return found.map(({ text }) => text)
}

let failures: Stuck[]
beforeEach(() => {
  failures = []
})
const dispatcherOf = (...subscriptions: ReturnType<typeof noter>[]) =>
  createDispatcher({ database, subscriptions, now: () => clock.now(), onFailure: failure => failures.push(failure) })

describe('a reaction', () => {
  test('happens once though it failed after it had written, and is tried later and later', async () => {
    let left = 2
    const dispatcher = dispatcherOf(
      noter('once', 'once', () => {
        if (left-- > 0) throw new TypeError('secret words')
      }),
    )
    await emit('once', 's1', 'a')
    await dispatcher.settle()
    expect(await notes('once')).toEqual([])
    expect(await listStuck(database, 10)).toMatchObject([{ subscriber: 'once', attempts: 1, error: 'TypeError' }])
    clock.advance({ seconds: 1 })
    await dispatcher.settle()
    expect(failures).toHaveLength(1)
    clock.advance({ seconds: 1 })
    await dispatcher.settle()
    expect(failures.map(({ attempts }) => attempts)).toEqual([1, 2])
    clock.advance({ seconds: 3 })
    await dispatcher.settle()
    expect(await notes('once')).toEqual([])
    clock.advance({ seconds: 1 })
    await dispatcher.settle()
    expect(await notes('once')).toEqual(['a'])
    expect(await listStuck(database, 10)).toEqual([])
    await dispatcher.settle()
    expect(await notes('once')).toEqual(['a'])
  })

  test('keeps the order of its subject; other subjects pass', async () => {
    let broken = true
    const dispatcher = dispatcherOf(
      noter('order', 'order', event => {
        if (broken && textOf(event) === 'a2') throw new Error('not now')
      }),
    )
    for (const [subject, text] of ['a1', 'a2', 'b1', 'a3', 'b2'].map(text => [text.slice(0, 1), text] as const))
      await emit('order', subject, text)
    await dispatcher.settle()
    await emit('order', 'a', 'a4')
    await dispatcher.settle()
    expect((await notes('order')).sort()).toEqual(['a1', 'b1', 'b2'])
    broken = false
    clock.advance({ seconds: 2 })
    await dispatcher.settle()
    const seen = await notes('order')
    expect(seen.filter(text => text.startsWith('a'))).toEqual(['a1', 'a2', 'a3', 'a4'])
    expect(seen.filter(text => text.startsWith('b'))).toEqual(['b1', 'b2'])
    expect(await listStuck(database, 10)).toEqual([])
  })

  test('of one subscriber that fails holds up no other', async () => {
    const dispatcher = dispatcherOf(
      noter('bad', 'both', () => {
        throw new Error('never')
      }),
      noter('good', 'both'),
    )
    await emit('both', 's', 'x')
    await dispatcher.settle()
    expect(await notes('good')).toEqual(['x'])
    expect(await notes('bad')).toEqual([])
    await database.transaction('*', tx => run(tx, sql`delete from events.stuck where subscriber = 'bad'`))
  })

  test('is not repeated by a node that stopped before it had moved its cursor', async () => {
    await emit('crash', 's', 'x')
    await dispatcherOf(noter('crash', 'crash')).settle()
    await run(database, sql`delete from events.cursors where subscriber = 'crash'`)
    await emit('crash', 's', 'y')
    await dispatcherOf(noter('crash', 'crash')).settle()
    expect(await notes('crash')).toEqual(['x', 'y'])
  })

  test('costs begin, mark and commit beside its own statements, and one way to PostgreSQL for the commit', async () => {
    const dispatcher = dispatcherOf(noter('cost', 'cost'))
    const costOfEvents = async (events: number) => {
      for (let event = 0; event < events; event++) await emit('cost', `s${event}`, 'x')
      return costOf(database, () => dispatcher.settle())
    }
    await costOfEvents(1)
    const [one, eleven] = [await costOfEvents(1), await costOfEvents(11)]
    expect((eleven.statements - one.statements) / 10).toBe(4)
    expect((eleven.packets - one.packets) / 10).toBe(2)
  })

  test('does not happen where the event is no concern of anybody', async () => {
    await emit('nobody', 's', 'x')
    await dispatcherOf({ ...noter('nobody', 'nobody'), tenant: () => null }).settle()
    expect(await notes('nobody')).toEqual([])
    expect(failures).toEqual([])
  })
})

describe('an event', () => {
  test('of a transaction that commits late is not lost, and none overtakes it', async () => {
    const dispatcher = dispatcherOf(noter('late', 'late'))
    let finish = (): void => undefined
    const gate = new Promise<void>(resolve => {
      finish = resolve
    })
    let written = (): void => undefined
    const begun = new Promise<void>(resolve => {
      written = resolve
    })
    const late = database.transaction('health', async tx => {
      // Written at once, as a store does it by the function: its place in the order is that of this moment.
      await run(
        tx,
        sql`select events.emit('health', ${ids.newUuid()}::uuid, 'late', 1, 's', now(), 'system:test', null, null, 'c', null, '{"text":"first"}'::jsonb)`,
      )
      written()
      await gate
    })
    await begun
    await emit('late', 's', 'second')
    await dispatcher.settle()
    expect(await notes('late')).toEqual([])
    finish()
    await late
    await dispatcher.settle()
    expect(await notes('late')).toEqual(['first', 'second'])
  })

  test('of a transaction that is rolled back never was', async () => {
    await expect(
      database.transaction('health', async tx => {
        await announce(tx, 'gone', 's', 'x')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await dispatcherOf(noter('gone', 'gone')).settle()
    expect(await notes('gone')).toEqual([])
  })

  test('is delivered once by two nodes that drain at the same time, and no position is given twice', async () => {
    const wanted = Array.from({ length: 40 }, (_, n) => `e${n}`)
    const nodes = [dispatcherOf(noter('twice', 'twice')), dispatcherOf(noter('twice', 'twice'))]
    await Promise.all([
      ...wanted.map((text, n) => emit('twice', `s${n % 5}`, text)),
      ...nodes.map(node => node.settle()),
    ])
    await Promise.all(nodes.map(node => node.settle()))
    expect((await notes('twice')).sort()).toEqual([...wanted].sort())
    const [positions] = await rows(
      database,
      sql<{
        all: number
        different: number
      }>`select count(*) as all, count(distinct position) as different from events.outbox`,
    )
    expect(positions?.different).toBe(positions?.all)
  })
})

describe('a replay', () => {
  test('lets one subscriber see everything again, in order, and nobody else', async () => {
    const subscribers = () => [noter('again', 'again'), noter('still', 'again')]
    for (const text of ['1', '2', '3']) await emit('again', 's', text)
    await dispatcherOf(...subscribers()).settle()
    await replaySubscriber(database, 'again', 0)
    await dispatcherOf(...subscribers()).settle()
    expect(await notes('again')).toEqual(['1', '2', '3', '1', '2', '3'])
    expect(await notes('still')).toEqual(['1', '2', '3'])
  })

  test('may begin after a position', async () => {
    const [second] = await rows(
      database,
      sql<{
        position: number
      }>`select position from events.outbox where type = 'again' order by position offset 1 limit 1`,
    )
    await replaySubscriber(database, 'still', second?.position ?? 0)
    await dispatcherOf(noter('still', 'again')).settle()
    expect(await notes('still')).toEqual(['1', '2', '3', '3'])
  })
})

describe('a leader', () => {
  test('whose connection dies is followed by another node, and no event is lost or doubled', async () => {
    const nodes = [dispatcherOf(noter('lead', 'lead')), dispatcherOf(noter('lead', 'lead'))]
    const leaders = () =>
      rows(
        database,
        sql<{ pid: number }>`select pid from pg_locks join pg_database d on d.oid = database
          where d.datname = current_database() and locktype = 'advisory' and classid = 7236823 and objid = 2 and granted`,
      )
    for (const node of nodes) node.start()
    try {
      await emit('lead', 's', 'before')
      await expect.poll(() => notes('lead'), { timeout: 5_000 }).toEqual(['before'])
      const [leader] = await leaders()
      expect(await leaders()).toHaveLength(1)
      await rows(database, sql`select pg_terminate_backend(${leader?.pid ?? 0})`)
      await emit('lead', 's', 'after')
      await expect.poll(() => notes('lead'), { timeout: 8_000 }).toEqual(['before', 'after'])
      await expect.poll(async () => (await leaders())[0]?.pid ?? leader?.pid, { timeout: 8_000 }).not.toBe(leader?.pid)
      expect(await leaders()).toHaveLength(1)
      for (const node of nodes) node.wake()
    } finally {
      await Promise.all(nodes.map(node => node.stop()))
    }
    expect(await leaders()).toEqual([])
  })
})
