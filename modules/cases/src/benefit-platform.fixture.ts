/** The whole platform with the content of the demo country, one mother with a child, and officials of social protection. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishPackages, readContent } from '@tereze/catalogue'
import type { Database } from '@tereze/foundation-database'
import { diskFiles } from '@tereze/foundation-files'
import { localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { type FixedClock, fixedClock, official, person, seededIds, testDatabase } from '@tereze/foundation-testing'
import {
  type Actor,
  type InputOf,
  isRefused,
  type Operation,
  type Outcome,
  type Refused,
  systemActor,
} from '@tereze/operation'
import { registerPackages } from '@tereze/registers'
import { importRecords } from '@tereze/registers/contract'
import { bindOutside, composePlatform, migrationSets, type Platform } from '@tereze/server'
import { type StoryBench, storyBench } from '@tereze/studio/contract'
import { afterAll } from 'vitest'
import { getHistory, listOwnCases, openCase } from './contract/index.ts'

const id = (prefix: string, number: number) => `${prefix}_01960000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Owner of the service whose cases are tried. */
export const organisation = 'social-protection'
/** The service: income is fetched, conflicting income goes to an official. */
export const service = 'monthly-child-benefit'
/** The mother. */
export const mother = person({ id: id('person', 1), assurance: 'high' })
/** Her child. */
export const child = id('person', 2)
/** Her account. */
export const account = id('account', 1)
/** Somebody without part in anything. */
export const stranger = person({ id: id('person', 9) })
/** A case worker of the mother's region. */
export const worker = official({ id: id('official', 1), organisation, unit: 'north', roles: ['case-worker'] })
/** Another one. */
export const colleague = official({ id: id('official', 2), organisation, unit: 'north', roles: ['case-worker'] })
/** One who decides appeals. */
export const appealOfficer = official({
  id: id('official', 3),
  organisation,
  unit: 'appeals',
  roles: ['appeal-officer'],
})
/** The head, who sees everything. */
export const head = official({ id: id('official', 4), organisation, unit: null, roles: ['head'] })
/** What the mother answers in the application. */
export const application = { forWhom: 'own', child, account }

/** A case and its organisation. */
export interface Place {
  readonly organisation: string
  readonly case: string
}

/** The platform of a test file. */
export interface BenefitPlatform {
  readonly database: Database
  readonly clock: FixedClock
  readonly platform: Platform
  run<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<Outcome<O> | Refused>
  /** The same where a refusal would be a failure of the test. */
  must<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<Exclude<Outcome<O>, Refused>>
  settle(): Promise<void>
  /** The mother opens a case: a draft, or with answers a submitted application. */
  open(answers?: Record<string, unknown>): Promise<Place>
  /** Id of the open task of a node of the process. */
  task(place: Place, node: string): Promise<string>
  /** The mother's card of a case. */
  card(place: Place): Promise<Exclude<Outcome<typeof listOwnCases>, Refused>['items'][number]>
}

const money = (amount: string) => ({ amount, currency: 'DMD' })
const born = '2026-02-20'
const common = { citizenship: 'XD', documents: [], language: 'kk', residence: { region: 'north' } }

/** Records by register and owner. */
function given(incomes: readonly (readonly [string, string])[]) {
  const employer = id('organisation', 1)
  const report = ([source, monthly]: readonly [string, string], index: number) => [
    id('income', index + 1),
    {
      person: mother.id,
      year: 2025,
      employer,
      employerName: 'Bakery',
      source,
      monthly: money(monthly),
      months: 12,
      reportedOn: '2026-01-20',
    },
  ]
  const names = { en: 'Bakery', ru: 'Bakery', kk: 'Bakery' }
  return [
    [
      'civil-registry',
      'people',
      [
        [mother.id, { ...common, name: { family: 'Altyn', given: 'Aisulu' }, born: '1996-05-04', sex: 'female' }],
        [child, { ...common, name: { family: 'Altyn', given: 'Dana' }, born, sex: 'female' }],
        [stranger.id, { ...common, name: { family: 'Other', given: 'Yana' }, born: '1990-01-02', sex: 'female' }],
      ],
    ],
    [
      'civil-registry',
      'families',
      [[id('family', 1), { kind: 'parentage', parent: mother.id, child, as: 'mother', basis: 'birth', from: born }]],
    ],
    [
      'tax-agency',
      'organisations',
      [[employer, { name: names, kind: 'company', region: 'north', registeredOn: '2020-01-01' }]],
    ],
    ['tax-agency', 'incomes', incomes.map(report)],
    [
      'demo-bank',
      'bank-accounts',
      [
        [
          account,
          {
            person: mother.id,
            bank: 'demo-bank',
            masked: 'DMD-••••-1000',
            number: 'DMD-1',
            currency: 'DMD',
            default: true,
            openedOn: '2020-01-01',
          },
        ],
      ],
    ],
  ] as unknown as readonly [string, string, readonly [string, Record<string, unknown>][]][]
}

/** Low income that all sources agree on: the benefit is granted without a person. */
export const agreed = [['employer', '60000.00']] as const
/** Employer and pension fund contradict each other: an official decides. */
export const conflicting = [
  ['employer', '60000.00'],
  ['pension-fund', '180000.00'],
] as const
/** Too much income: refused. */
export const high = [['employer', '240000.00']] as const

/** A test bench on which every story holds: what is tried here is what comes after it. */
const everyStoryHolds: StoryBench = {
  async tell({ stories }, onTold) {
    for (const { path } of stories)
      await onTold({ path, differences: [], stoppedAt: null, moments: [], used: [], milliseconds: 1, next: [] })
    return { ok: true, items: [] }
  },
}

/** Composes the platform with a mother of such incomes. */
export async function benefitPlatform(incomes: readonly (readonly [string, string])[]): Promise<BenefitPlatform> {
  const clock = fixedClock()
  const { database } = await testDatabase(migrationSets)
  const folder = mkdtempSync(join(tmpdir(), 'tereze-benefit-'))
  const errors: unknown[] = []
  const outside = bindOutside(
    { demo: true, bankUrl: null, bankToken: null, smtpUrl: null, mailFrom: 'tests@localhost.invalid', smsUrl: null },
    { database, now: () => clock.now(), smsSecret: null },
  )
  afterAll(async () => {
    await outside.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const platform = await composePlatform({
    database,
    clock,
    ids: seededIds('benefit', clock),
    master: localMasterKey(new Uint8Array(32).fill(1)),
    files: diskFiles({ folder }),
    telemetry: silentTelemetry(),
    origin: 'http://tests.localhost',
    bindings: [...outside.bindings, bind(storyBench, everyStoryHolds)],
    demoSignIn: null,
    onError: error => errors.push(error),
  })
  const { runner, packages } = platform
  const content = await readContent(fileURLToPath(new URL('../../../content', import.meta.url)))
  await runner
    .jobContext('tests')
    .write('platform', context => publishPackages(context, content, [registerPackages], packages))

  const must: BenefitPlatform['must'] = async (definition, input, actor) => {
    const value = await runner.call(definition, input, actor)
    if (isRefused(value)) throw new Error(`${value.code} ${value.pointer} ${JSON.stringify(value.also)}`)
    return value as never
  }
  for (const [owner, register, records] of given(incomes)) {
    const list = records.map(([record, data]) => ({ record, data, validFrom: '2020-01-01' }))
    await must(
      importRecords,
      { organisation: owner, register, import: 'tests', records: list },
      systemActor('tests', owner),
    )
  }
  const settle = async () => {
    await platform.settle()
    if (errors.length > 0) throw errors.shift()
  }
  let opened = 0
  return {
    database,
    clock,
    platform,
    run: (definition, input, actor) => runner.call(definition, input, actor),
    must,
    settle,
    async open(answers = {}) {
      const input = {
        organisation,
        service,
        person: mother.id,
        data: answers,
        channel: 'portal' as const,
        cause: null,
        key: `k${++opened}`,
      }
      const made = await must(openCase, input, mother)
      await settle()
      return { organisation, case: made.case }
    },
    async task(place, node) {
      const { tasks } = await must(getHistory, { ...place }, head)
      const found = tasks.find(task => task.node === node)
      if (found === undefined) throw new Error(`no task ${node}; open: ${tasks.map(task => task.node).join(', ')}`)
      return found.task
    },
    async card(place) {
      const { items } = await must(listOwnCases, { person: mother.id }, mother)
      const found = items.find(card => card.case === place.case)
      if (found === undefined) throw new Error('the case is not in the list')
      return found
    },
  }
}
