/** The whole platform with the content of the demo country and one family; the exchange's answers can be held back. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, rows, sql } from '@tereze/foundation-database'
import { replaySubscriber } from '@tereze/foundation-events'
import { diskFiles } from '@tereze/foundation-files'
import { localMasterKey } from '@tereze/foundation-keys'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { type FixedClock, fixedClock, person, seededIds, testDatabase } from '@tereze/foundation-testing'
import {
  type Actor,
  type InputOf,
  isRefused,
  type Operation,
  type Outcome,
  type OutputOf,
  type PersonActor,
  type Refused,
  systemActor,
} from '@tereze/operation'
import { changeRecord, getRecord, importRecords, type Provenance, registerRecord } from '@tereze/registers/contract'
import {
  bindOutside,
  composePlatform,
  migrationSets,
  type Platform,
  type PlatformParts,
  publishContent,
} from '@tereze/server'
import { afterAll } from 'vitest'
import { entryOf } from '../../registers/src/entry-of.fixture.ts'

type Data = Record<string, unknown>

const source: Provenance = { kind: 'official', reference: 'letter-1', organisation: 'civil-registry' }
const owners: Readonly<Record<string, string>> = {
  people: 'civil-registry',
  families: 'civil-registry',
  births: 'civil-registry',
  'bank-accounts': 'demo-bank',
  'clinic-attachments': 'health',
}
const id = (prefix: string, number: number) => `${prefix}_01960000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** The mother of the story. */
export const mother: PersonActor = person({ id: id('person', 1), language: 'kk' })
/** Her husband. */
export const father: PersonActor = person({ id: id('person', 2), language: 'ru' })
/** Nobody of theirs. */
export const stranger: PersonActor = person({ id: id('person', 9) })
/** Her accounts. */
export const accounts: readonly [string, string] = [id('account', 1), id('account', 2)]

/** The platform of a test file. */
export interface FamilyPlatform {
  readonly database: Database
  readonly clock: FixedClock
  /** What runs it all, for a door of one’s own. */
  readonly composed: Platform
  /** Contracts that do not answer now. */
  readonly silent: Set<string>
  /** Contracts that are asked in vain, and with what they answer. */
  readonly faults: Map<string, { readonly code: string; readonly retry: boolean }>
  /** Contracts that were asked, in order. */
  readonly asked: string[]
  run<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<Outcome<O> | Refused>
  /** The same where a refusal would be a failure of the test. */
  must<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<OutputOf<O>>
  add(register: string, data: Data): Promise<string>
  /** Gives a record new content over what it holds. */
  change(register: string, record: string, data: Data): Promise<void>
  /** A ward reports a birth; gives the record. */
  report(): Promise<string>
  /** The registry enters the birth: child, parents, act. */
  enter(birth: string): Promise<void>
  /** Lets everything happen that is due; throws what any part of it threw. */
  settle(): Promise<void>
  /** Lets a subscriber see all events again, on a node that has just started. */
  replay(subscriber: string): Promise<void>
  /** What stands in a table of the module and in the cases, for comparing before and after. */
  picture(): Promise<unknown>
}

/** Composes the platform, publishes the content, brings the family. */
export async function familyPlatform({
  demoSignIn = null,
}: Partial<Pick<PlatformParts, 'demoSignIn'>> = {}): Promise<FamilyPlatform> {
  const clock = fixedClock()
  const ids = seededIds('family', clock)
  const { database } = await testDatabase(migrationSets)
  const folder = mkdtempSync(join(tmpdir(), 'tereze-family-'))
  const errors: unknown[] = []
  const silent = new Set<string>()
  const faults = new Map<string, { readonly code: string; readonly retry: boolean }>()
  const asked: string[] = []
  const outside = bindOutside(
    { demo: true, bankUrl: null, bankToken: null, smtpUrl: null, mailFrom: 'tests@localhost.invalid', smsUrl: null },
    { database, now: () => clock.now(), smsSecret: null },
  )
  afterAll(async () => {
    await outside.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const compose = (): Promise<Platform> =>
    composePlatform({
      database,
      clock,
      ids,
      master: localMasterKey(new Uint8Array(32).fill(1)),
      files: diskFiles({ folder }),
      telemetry: silentTelemetry(),
      origin: 'http://tests.localhost',
      bindings: outside.bindings,
      demoSignIn,
      onError: error => errors.push(error),
      answers: ask => question => {
        asked.push(question.contract)
        const fault = silent.has(question.contract)
          ? { code: 'exchange.provider-unavailable', retry: true }
          : faults.get(question.contract)
        return fault === undefined ? ask(question) : Promise.resolve({ ok: false, ...fault })
      },
    })
  const empty = await compose()
  await publishContent(fileURLToPath(new URL('../../../content', import.meta.url)), empty.runner, empty.packages)
  const platform = await compose()
  const { runner } = platform
  const must = <T>(value: T): Exclude<T, { code: string }> => {
    if (isRefused(value)) throw new Error(`${value.code} ${value.pointer} ${JSON.stringify(value.also)}`)
    return value as Exclude<T, { code: string }>
  }
  const keeper = (organisation: string) => systemActor('tests', organisation)
  const ownerOf = (register: string) => owners[register] ?? ''
  const settle = async (on: Platform = platform) => {
    await on.settle()
    if (errors.length > 0) throw errors.shift()
  }
  const add = async (register: string, data: Data) => {
    const organisation = ownerOf(register)
    const input = { organisation, register, data, source, ...entryOf(register, 'write') }
    return must(await runner.call(registerRecord, input, keeper(organisation))).record
  }
  const load = async (register: string, records: readonly (readonly [string, Data])[]) => {
    const organisation = ownerOf(register)
    const list = records.map(([record, data]) => ({ record, data, validFrom: '2020-01-01' }))
    const input = { organisation, register, import: 'family', records: list }
    must(await runner.call(importRecords, input, keeper(organisation)))
  }
  const change = async (register: string, record: string, data: Data) => {
    const place = { organisation: ownerOf(register), register, record }
    const current = must(
      await runner.call(getRecord, { ...place, ...entryOf(register, 'correct') }, keeper(place.organisation)),
    )
    const next = { version: current.version, data: { ...current.data, ...data }, reason: 'a test', source }
    must(
      await runner.call(
        changeRecord,
        { ...place, ...next, ...entryOf(register, 'correct') },
        keeper(place.organisation),
      ),
    )
  }

  const common = { citizenship: 'XD', documents: [], residence: { region: 'north' } }
  const altyn = (given: string) => ({ family: 'Altyn', given })
  await load('people', [
    [mother.id, { ...common, name: altyn('Aisulu'), born: '1996-05-04', sex: 'female', language: 'kk' }],
    [father.id, { ...common, name: altyn('Arman'), born: '1994-01-02', sex: 'male', language: 'ru' }],
    [stranger.id, { ...common, name: altyn('Someone'), born: '1990-01-02', sex: 'female', language: 'en' }],
  ])
  await load('families', [
    [id('family', 1), { kind: 'marriage', spouseA: mother.id, spouseB: father.id, from: '2020-01-01' }],
  ])
  await load(
    'bank-accounts',
    accounts.map((account, place) => [
      account,
      {
        person: mother.id,
        bank: 'demo-bank',
        masked: `DMD-••••-100${place}`,
        number: `DMD-0000-0000-100${place}`,
        currency: 'DMD',
        default: place === 0,
        openedOn: '2020-01-01',
      },
    ]),
  )

  let children = 0
  const child = { sex: 'female', born: '2026-03-01', bornAt: '2026-03-01T15:15:00Z' }
  return {
    database,
    clock,
    composed: platform,
    silent,
    faults,
    asked,
    run: (definition, input, actor) => runner.call(definition, input, actor),
    must: async (definition, input, actor) => must(await runner.call(definition, input, actor)) as never,
    add,
    change,
    settle: () => settle(),
    report: () =>
      add('births', {
        status: 'pending',
        notificationId: `N-${++children}`,
        ward: 'maternity-ward-north',
        mother: mother.id,
        child,
        place: { region: 'north' },
      }),
    async enter(birth) {
      const name = altyn(`Child ${'ABCDEFGH'[children]}`)
      const born = await add('people', { ...common, name, born: child.born, sex: child.sex, language: 'kk' })
      for (const [parent, as] of [
        [mother.id, 'mother'],
        [father.id, 'father'],
      ])
        await add('families', { kind: 'parentage', parent, child: born, as, basis: 'marriage', from: child.born })
      await change('births', birth, {
        status: 'registered',
        father: father.id,
        parentage: 'marriage',
        child: { ...child, person: born, name },
        registeredOn: '2026-03-02',
      })
    },
    async replay(subscriber) {
      await replaySubscriber(database, subscriber, 0)
      await settle(await compose())
    },
    async picture() {
      const [situations, offers, people, cases, events] = await Promise.all([
        rows(database, sql`select id, kind, key, moments, closed_at from situations.situations order by id`),
        rows(database, sql`select situation, service, state, data from situations.offers order by situation, service`),
        rows(database, sql`select situation, role, person from situations.people order by situation, role`),
        rows(database, sql`select id, key, service from cases.cases order by id`),
        rows(database, sql`select id, type from events.outbox where type like 'situations.%' order by id`),
      ])
      return { situations, offers, people, cases, events }
    },
  }
}
