import type { Database, Fragment } from '@tereze/foundation-database'
import type { EventData, EventDefinition, EventEnvelope } from '@tereze/operation'
import type { Clock } from './clock.ts'
import type { Context, Handler, ProtocolHandler, RawProtocolHandler } from './handler.ts'
import type { Ids } from './ids.ts'
import type { Ports } from './port.ts'

/** Reacts to committed events, each exactly once, in order per subject. */
export interface Subscriber {
  readonly name: string
  readonly on: readonly EventDefinition[]
  /** Whose rows the reaction writes; null means the event does not concern it: then there is no transaction at all. */
  readonly tenant: (event: EventEnvelope, ports: Ports) => string | null | Promise<string | null>
  readonly react: (event: EventEnvelope, context: Context) => Promise<void>
}

/** Declares a subscriber; `react` gets the typed data of the events it names. */
export function subscriber<const E extends EventDefinition>(definition: {
  name: string
  on: readonly E[]
  tenant: (event: EventEnvelope<EventData<E>>, ports: Ports) => string | null | Promise<string | null>
  react: (event: EventEnvelope<EventData<E>>, context: Context) => Promise<void>
}): Subscriber {
  return definition as unknown as Subscriber
}

/** What a job runs with. */
export interface JobContext {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly ports: Ports
  /** The number under which this node claims work. */
  readonly node: number
  /** Runs work in a transaction of one tenant as the platform itself. */
  write<T>(tenant: string, work: (context: Context) => Promise<T>): Promise<T>
  /** Tells of one piece of work that failed, where the job goes on with the others. */
  report(error: unknown): void
}

/** Work that waits in rows: looked for again and again, and at once when woken. */
export interface Job {
  readonly name: string
  /** Longest wait between looks, milliseconds. */
  readonly every: number
  /** Does what is due; returns how much it did, so that a full batch is followed by another look at once. */
  readonly run: (context: JobContext) => Promise<number>
  /** Commits do not wake it, and it rests between looks: upkeep that nobody waits for is cheaper in larger portions. */
  readonly patient?: boolean
  /**
   * Lets go at once what nodes had claimed that do not live any more (`tereze.node_lives`): run when a node starts, before `run`, and
   * when another one has died.
   */
  readonly release?: (context: JobContext) => Promise<void>
  /**
   * Rows with the moments (`at`) from which there is something to do if nothing is written before; a moment that is over stands for
   * now, no row and null for nothing. It may be too early, never too late. Without it nobody can say, and the job is run to find out.
   */
  readonly due?: Fragment<Due>
}

/** A moment from which something is to be done. */
export interface Due {
  readonly at: Date | string | null
}

/** Declares a job. */
export function job(definition: Job): Job {
  return Object.freeze(definition)
}

/** A module's table of contents. */
export interface Module {
  readonly name: string
  readonly operations: readonly Handler[]
  readonly protocols: readonly (ProtocolHandler | RawProtocolHandler)[]
  readonly subscribers: readonly Subscriber[]
  readonly jobs: readonly Job[]
  /** Folder of the module's migrations; its PostgreSQL schema is its name. */
  readonly migrations: URL | null
  /** Folder with `en.json`, `ru.json`, `kk.json`: the words of its refusals. */
  readonly messages: URL | null
}

/** Declares a module. */
export function module(definition: {
  name: string
  // Handlers are contravariant in their input; the registry only ever passes what the definition's schema accepted.
  operations?: readonly unknown[]
  protocols?: readonly (ProtocolHandler | RawProtocolHandler)[]
  subscribers?: readonly Subscriber[]
  jobs?: readonly Job[]
  migrations?: URL
  messages?: URL
}): Module {
  return Object.freeze({
    name: definition.name,
    operations: (definition.operations ?? []) as readonly Handler[],
    protocols: definition.protocols ?? [],
    subscribers: definition.subscribers ?? [],
    jobs: definition.jobs ?? [],
    migrations: definition.migrations ?? null,
    messages: definition.messages ?? null,
  })
}
