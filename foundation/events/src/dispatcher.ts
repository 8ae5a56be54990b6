import { bookkeeping, type Database, rows, sql, type Tx } from '@tereze/foundation-database'
import type { EventEnvelope } from '@tereze/operation'
import { getCursors, updateCursors } from './store/cursors.ts'
import {
  deleteStuck,
  insertHandled,
  isHandled,
  listStuckDue,
  listStuckSubjects,
  type Stuck,
  upsertStuck,
} from './store/inbox.ts'
import { listEventsAfter, listEventsById, numberEvents } from './store/outbox.ts'

/** A subscriber as the dispatcher sees it: which events, whose transaction, what to do in it. */
export interface Subscription {
  readonly name: string
  readonly types: readonly string[]
  readonly tenant: (event: EventEnvelope) => string | null | Promise<string | null>
  readonly react: (event: EventEnvelope, tx: Tx) => Promise<void>
}

/** Settings of a dispatcher. */
export interface DispatcherOptions {
  readonly database: Database
  readonly subscriptions: readonly Subscription[]
  readonly now: () => Date
  /** Told of every failed reaction (no personal data: ids, name, message). */
  readonly onFailure: (failure: Stuck, error: unknown) => void
  /** Reactions at once. */
  readonly concurrency?: number
}

const batch = 500
const longestPauseMinutes = 10

/** Moves events from the outbox to their subscribers. One node of many does it at a time. */
export interface Dispatcher {
  /** Numbers what is committed and runs every reaction that is due; returns how much happened. Used by tests and by `start`. */
  drain(): Promise<number>
  /** Drains until nothing is left. */
  settle(): Promise<void>
  start(): void
  wake(): void
  stop(): Promise<void>
}

/** Creates a dispatcher. It does nothing until `start` or `drain`. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { database, subscriptions, now } = options
  const concurrency = options.concurrency ?? 6
  const position = new Map<string, number>()
  const types = [...new Set(subscriptions.flatMap(subscription => subscription.types))]
  let running: Promise<void> | null = null
  let stopping = false
  let wakeUp: (() => void) | null = null
  let woken = false

  async function number(): Promise<number> {
    const { numbered } = await database.transaction(bookkeeping, tx => numberEvents(tx, 2000))
    return numbered
  }

  /** One reaction, exactly once: the mark in the inbox commits with what the reaction wrote. */
  async function deliver(subscription: Subscription, event: EventEnvelope, attempts: number): Promise<boolean> {
    try {
      const tenant = await subscription.tenant(event)
      if (tenant === null) return true
      await database.transaction(tenant, async tx => {
        insertHandled(tx, subscription.name, event.id)
        await subscription.react(event, tx)
      })
      return true
    } catch (error) {
      if (isHandled(error)) return true
      const stuck: Stuck = {
        subscriber: subscription.name,
        event: event.id,
        subject: event.subject,
        position: event.position,
        attempts: attempts + 1,
        error: error instanceof Error ? error.name : 'unknown',
      }
      await park(stuck, pause(attempts + 1))
      options.onFailure(stuck, error)
      return false
    }
  }

  function pause(attempts: number): Date {
    const seconds = Math.min(2 ** attempts, longestPauseMinutes * 60)
    return new Date(now().getTime() + seconds * 1000)
  }

  async function park(stuck: Stuck, nextAt: Date): Promise<void> {
    await database.transaction(bookkeeping, tx => upsertStuck(tx, stuck, nextAt))
  }

  /** Events of one subject one after the other, subjects beside each other. */
  async function deliverBatch(
    subscription: Subscription,
    events: readonly EventEnvelope[],
    blocked: Set<string>,
  ): Promise<void> {
    const bySubject = new Map<string, EventEnvelope[]>()
    for (const event of events) {
      const line = bySubject.get(event.subject)
      if (line) line.push(event)
      else bySubject.set(event.subject, [event])
    }
    const lines = [...bySubject.values()]
    const worker = async () => {
      for (let line = lines.pop(); line; line = lines.pop()) {
        for (const event of line) {
          if (blocked.has(event.subject)) {
            await park({ ...waiting(subscription, event), error: 'waits behind an earlier event' }, now())
          } else if (!(await deliver(subscription, event, 0))) {
            blocked.add(event.subject)
          }
        }
      }
    }
    await Promise.all(Array.from({ length: Math.min(concurrency, lines.length) }, worker))
  }

  function waiting(subscription: Subscription, event: EventEnvelope): Stuck {
    return {
      subscriber: subscription.name,
      event: event.id,
      subject: event.subject,
      position: event.position,
      attempts: 0,
      error: '',
    }
  }

  /** Delivers what comes after the subscription that is furthest behind: read once, for all of them. */
  async function advance(): Promise<number> {
    const from = Math.min(...subscriptions.map(standing))
    const events = await listEventsAfter(database, types, from, batch)
    const last = events.at(-1)
    if (!last) return 0
    const blocked = await listStuckSubjects(database)
    const moved = await Promise.all(
      subscriptions.map(async subscription => {
        const own = events.filter(
          event => event.position > standing(subscription) && subscription.types.includes(event.type),
        )
        if (own.length > 0) await deliverBatch(subscription, own, blocked.get(subscription.name) ?? new Set())
        return own.length
      }),
    )
    const behind = subscriptions.filter(subscription => standing(subscription) < last.position)
    await database.transaction(bookkeeping, tx =>
      updateCursors(
        tx,
        behind.map(({ name }) => name),
        last.position,
      ),
    )
    for (const { name } of behind) position.set(name, last.position)
    return moved.reduce((sum, count) => sum + count, 0)
  }

  function standing(subscription: Subscription): number {
    return position.get(subscription.name) ?? 0
  }

  async function retry(): Promise<number> {
    const due = await listStuckDue(database, now(), 100)
    if (due.length === 0) return 0
    const events = new Map(
      (
        await listEventsById(
          database,
          due.map(stuck => stuck.event),
        )
      ).map(event => [event.id, event]),
    )
    for (const stuck of due) {
      const subscription = subscriptions.find(candidate => candidate.name === stuck.subscriber)
      const event = events.get(stuck.event)
      if (!subscription || !event) continue
      if (await deliver(subscription, event, stuck.attempts)) {
        await database.transaction(bookkeeping, tx => deleteStuck(tx, stuck.subscriber, stuck.event))
      }
    }
    return due.length
  }

  async function loadCursors(): Promise<void> {
    for (const [name, at] of await getCursors(database)) position.set(name, at)
  }

  async function drain(): Promise<number> {
    if (position.size === 0) await loadCursors()
    const numbered = await number()
    const moved = subscriptions.length === 0 ? 0 : await advance()
    return numbered + moved + (await retry())
  }

  function sleep(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      if (woken || stopping) {
        woken = false
        resolve()
        return
      }
      const timer = setTimeout(done, milliseconds)
      function done() {
        clearTimeout(timer)
        wakeUp = null
        woken = false
        resolve()
      }
      wakeUp = done
    })
  }

  /** Leads while this connection lives: the advisory lock goes with it, and another node takes over. */
  async function lead(): Promise<void> {
    const leader = await database.dedicated()
    try {
      let leads = false
      while (!stopping) {
        const [lock] = await rows(
          { client: leader as unknown as Tx['client'] },
          sql<{ won: boolean }>`select pg_try_advisory_lock(7236823, 2) as won`,
        )
        leads = lock?.won ?? false
        if (leads) break
        await sleep(1000)
      }
      position.clear()
      await loadCursors()
      while (!stopping && leads) {
        const moved = await drain()
        if (moved === 0) {
          await leader.query('select 1')
          await sleep(250)
        }
      }
    } finally {
      await leader.end().catch((error: unknown) => {
        if (!stopping) throw error
      })
    }
  }

  async function keepLeading(): Promise<void> {
    while (!stopping) {
      try {
        await lead()
      } catch (error) {
        options.onFailure(
          { subscriber: 'dispatcher', event: '', subject: '', position: 0, attempts: 0, error: 'leading failed' },
          error,
        )
        await sleep(1000)
      }
    }
  }

  return {
    drain,
    async settle() {
      while ((await drain()) > 0);
    },
    start() {
      running ??= keepLeading()
    },
    wake() {
      woken = true
      wakeUp?.()
    },
    async stop() {
      stopping = true
      wakeUp?.()
      await running
    },
  }
}
