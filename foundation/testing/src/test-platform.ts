import type { Database, MigrationSet } from '@tereze/foundation-database'
import { createDispatcher, eventsMigrations, listEventsAfter } from '@tereze/foundation-events'
import {
  type AuditLine,
  type Auditor,
  type Authoriser,
  type Binding,
  createPorts,
  createRunner,
  type Ids,
  type Module,
  operationsMigrations,
  type Runner,
  type Signatory,
} from '@tereze/foundation-operations'
import type { Actor, EventEnvelope, InputOf, Operation, Outcome, Refused } from '@tereze/operation'
import { type FixedClock, fixedClock } from './fixed-clock.ts'
import { seededIds } from './seeded-ids.ts'
import { testDatabase } from './test-database.ts'

/** What a test wants to run; everything but the modules has a default. */
export type TestPlatformOptions = {
  modules: readonly Module[]
  /** Implementations of the modules' ports: their demo or failing twins. */
  bindings?: readonly Binding[]
  /** Allows everything unless given. */
  authoriser?: Authoriser
  /** Collects lines into `audited` unless given. */
  auditor?: Auditor
  clock?: FixedClock
  /** Finds what was signed; nothing is unless given. */
  signatory?: Signatory
  /** Migration sets beside those of the modules and of foundation. */
  migrations?: readonly MigrationSet[]
}

/** Some modules on a real database, with time and ids that hold still, without HTTP. */
export type TestPlatform = {
  database: Database
  runner: Runner
  clock: FixedClock
  ids: Ids
  /** Audit lines written so far. */
  audited: readonly AuditLine[]
  /** Runs an operation as somebody. */
  run<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<Outcome<O> | Refused>
  /** Lets subscribers react and jobs run until nothing is left to do. Throws what any of them threw. */
  settle(): Promise<void>
  /** All announced events of some types, in order; call `settle` before. */
  listEvents(...types: string[]): Promise<EventEnvelope[]>
}

/** Builds a platform of the given modules for one test file. Call it at the top of the file or in `beforeAll`. */
export async function testPlatform(options: TestPlatformOptions): Promise<TestPlatform> {
  const { modules } = options
  const { database } = await testDatabase([...migrationsOf(modules), ...(options.migrations ?? [])])
  const clock = options.clock ?? fixedClock()
  const ids = seededIds('tereze', clock)
  const audited: AuditLine[] = []
  const ports = createPorts(options.bindings ?? [])
  const runner = createRunner({
    database,
    modules,
    clock,
    ids,
    ports,
    authoriser: options.authoriser ?? allowEverything,
    ...(options.signatory === undefined ? {} : { signatory: options.signatory }),
    auditor: options.auditor ?? { append: async (_tx, lines) => void audited.push(...lines) },
  })
  const failures: unknown[] = []
  const dispatcher = createDispatcher({
    database,
    now: () => clock.now(),
    onFailure: (_stuck, error) => void failures.push(error),
    subscriptions: modules
      .flatMap(module => module.subscribers)
      .map(subscriber => ({
        name: subscriber.name,
        types: subscriber.on.map(event => event.type),
        tenant: event => subscriber.tenant(event, ports),
        react: (event, tx) => runner.react(subscriber, event, tx),
      })),
  })
  const jobs = modules.flatMap(module => module.jobs)
  return {
    database,
    runner,
    clock,
    ids,
    audited,
    run: (definition, input, actor) => runner.call(definition, input, actor),
    async settle() {
      for (let moved = 1; moved > 0 && failures.length === 0; ) {
        moved = await dispatcher.drain()
        for (const job of jobs) moved += await job.run(runner.jobContext(job.name))
      }
      if (failures.length > 0) throw failures.shift()
    },
    listEvents: (...types) => listEventsAfter(database, types, 0, 10_000),
  }
}

const allowEverything: Authoriser = {
  decide: async () => ({ allowed: true, reason: 'a test allows everything', policyVersion: 'test' }),
}

/** Migration sets of foundation and of the modules, in the order in which they build on each other. */
function migrationsOf(modules: readonly Module[]): MigrationSet[] {
  return [
    eventsMigrations,
    operationsMigrations,
    ...modules.flatMap(({ name, migrations }) => (migrations ? [{ name, folder: migrations }] : [])),
  ]
}
