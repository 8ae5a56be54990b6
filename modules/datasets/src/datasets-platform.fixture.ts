/** The module on a real database, with a register of dogs, whose owners are nobody's business, and one of parks. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { type PackageKind, packages } from '@tereze/catalogue/contract'
import { diskFiles, fileStore } from '@tereze/foundation-files'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind, type ProtocolContext, type ProtocolHandler } from '@tereze/foundation-operations'
import { fixedClock, official, type TestPlatform, testPlatform } from '@tereze/foundation-testing'
import { anonymous, isRefused, type ProtocolReply, type Refused } from '@tereze/operation'
import { registerPackages, registers } from '@tereze/registers'
import { changeRecord, registerRecord } from '@tereze/registers/contract'
import { datasets } from './index.ts'

const access = [
  { who: 'role:keeper', may: ['see', 'search', 'list', 'write', 'correct'], ground: 'act:dogs/1' },
  {
    who: 'dataset:dogs-by-year',
    may: ['list'],
    fields: ['/born', '/district'],
    labels: ['open', 'personal'],
    ground: 'act:dogs/2',
  },
]
const dogs = {
  'register.json': {
    owner: 'town',
    idPrefix: 'dog',
    subjects: ['/owner'],
    scope: '/district',
    labels: { '/disease': 'medical-secret' },
    indexes: [
      { name: 'born', pointer: '/born', type: 'date' },
      { name: 'district', pointer: '/district', type: 'text' },
      { name: 'owner', pointer: '/owner', type: 'text' },
      { name: 'disease', pointer: '/disease', type: 'text' },
    ],
    access,
  },
  'data.schema.json': {
    type: 'object',
    properties: {
      owner: { type: 'string' },
      born: { type: 'string', format: 'date' },
      district: { type: 'string' },
      disease: { enum: ['none', 'mange'] },
    },
  },
}
const parks = {
  'register.json': {
    owner: 'town',
    idPrefix: 'park',
    subjects: [],
    labels: { '/plan': 'official-use' },
    indexes: [{ name: 'name', pointer: '/name', type: 'text' }],
    access: [
      { who: 'role:keeper', may: ['see', 'search', 'list', 'write', 'correct'], ground: 'act:parks/1' },
      { who: 'dataset:parks', may: ['search', 'list'], ground: 'act:parks/2' },
    ],
  },
  'data.schema.json': {
    type: 'object',
    properties: { name: { type: 'string' }, trees: { type: 'integer' }, plan: { type: 'string' } },
  },
}

/** What every dataset of the tests says of itself. */
export const common = {
  format: 1,
  version: '1.0.0',
  owner: 'town',
  title: 'message:title',
  summary: 'message:summary',
  licence: 'https://licences.example/open',
  contact: { email: 'data@town.example' },
  keywords: ['message:keyword.town'],
  acts: ['act:data/1'],
}
/** Dogs counted by year and district. */
export const dogsByYear = {
  ...common,
  id: 'dogs-by-year',
  periodicity: 'monthly',
  source: { register: 'dogs' },
  dimensions: [
    { name: 'year', from: 'born', grain: 'year' },
    { name: 'district', from: 'district', total: true },
  ],
  measures: [{ name: 'dogs', measure: 'count', concept: 'concept:number' }],
  disclosure: { threshold: 3 },
}
/** Parks as they are. */
export const parksDataset = {
  ...common,
  id: 'parks',
  periodicity: 'daily',
  source: { register: 'parks' },
  fields: [
    { name: 'name', from: '/name', key: true },
    { name: 'trees', from: '/trees' },
  ],
}

const words = {
  title: 'Counted in town',
  summary: 'What the town knows.',
  'keyword.town': 'town',
  'column.year': 'Year',
  'column.district': 'District',
  'code.district.total': 'all',
  'column.dogs': 'Dogs',
  'column.hidden': 'Hidden',
  'column.name': 'Name',
  'column.trees': 'Trees',
}

/** Who keeps the registers of the town. */
export const keeper = official({ organisation: 'town', roles: ['keeper'] })
/** Two who publish. */
export const [steward, head] = ['4', '5'].map(end =>
  official({ id: `official_01960000-0000-7000-8000-00000000000${end}`, organisation: 'town', roles: ['head'] }),
) as [typeof keeper, typeof keeper]
/** Anybody. */
export const anybody = anonymous()

/** The module with its two datasets, 12 dogs in two districts and two parks. */
export async function datasetsPlatform(): Promise<
  TestPlatform & {
    addDog(born: string, district: string): Promise<void>
    /** Publishes another version of a package. */
    declare(kind: PackageKind, id: string, files: Record<string, unknown>, version?: string): void
    /** Asks a protocol as anybody. */
    ask(
      handler: ProtocolHandler,
      path: string,
      params: Record<string, string>,
      headers?: Record<string, string>,
    ): Promise<ProtocolReply | Refused>
    correctPark(trees: number): Promise<void>
  }
> {
  const set = createPackageSet()
  const declare = (kind: PackageKind, id: string, files: Record<string, unknown>, version = '1.0.0') => {
    const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
    const pack = openPackage({
      kind,
      id,
      version,
      hash: `${id} ${version}`,
      folder: id,
      files: Object.fromEntries(texts),
    })
    set.add(pack)
    return pack
  }
  const inThree = Object.fromEntries(['en', 'ru', 'kk'].map(language => [`messages/${language}.json`, words]))
  const register = [declare('register', 'dogs', dogs), declare('register', 'parks', parks)]
  declare('dataset', 'dogs-by-year', { 'dataset.json': dogsByYear, ...inThree })
  declare('dataset', 'parks', { 'dataset.json': parksDataset, ...inThree })
  const notes = { 'open-data.first': 'first', 'open-data.changes': '{added} {removed} {changed}' }
  const notesInThree = Object.fromEntries(['en', 'ru', 'kk'].map(language => [`messages/${language}.json`, notes]))
  declare('concept', 'concepts', notesInThree)
  const town = { id: 'town', jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'agency' }
  declare('organisation', 'organisations', { 'town.json': town })
  const clock = fixedClock('2026-11-29T06:00:00Z')
  const platform = await testPlatform({
    modules: [registers, datasets],
    migrations: [keysMigrations],
    clock,
    bindings: [
      bind(packages, set),
      bind(fileStore, diskFiles({ folder: await mkdtemp(join(tmpdir(), 'datasets-')) })),
      bind(keyring, createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: clock.now })),
    ],
  })
  await platform.runner.jobContext('publish').write('platform', async context => {
    for (const pack of register) await registerPackages.activate(context, pack)
  })
  const source = { kind: 'official' as const, reference: 'letter-1', organisation: 'town' }
  let dogNumber = 0
  const add = async (to: string, data: Record<string, unknown>) => {
    const added = await platform.run(registerRecord, { organisation: 'town', register: to, data, source }, keeper)
    if (isRefused(added)) throw new Error(`${added.code} ${JSON.stringify(added.also)}`)
    return added
  }
  const addDog = async (born: string, district: string) => {
    dogNumber += 1
    const owner = `person_01960000-0000-7000-8000-${String(dogNumber).padStart(12, '0')}`
    await add('dogs', { owner, born, district })
  }
  for (const [count, born, district] of [
    [1, '2024-05-01', 'east'],
    [6, '2024-05-02', 'west'],
    [5, '2025-05-01', 'west'],
  ] as const)
    for (let number = 0; number < count; number += 1) await addDog(born, district)
  const park = await add('parks', { name: 'Green', trees: 10, plan: 'secret plan' })
  await add('parks', { name: 'Small', trees: 2 })
  const context: ProtocolContext = {
    ...platform.runner.surroundings(anybody, 'correlation', null),
    origin: 'https://town.example',
    call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? anybody),
  }
  let parkVersion = park.version
  return Object.assign(platform, {
    addDog,
    declare,
    async ask(
      handler: ProtocolHandler,
      path: string,
      params: Record<string, string>,
      headers: Record<string, string> = {},
    ) {
      const url = new URL(`https://town.example${path}`)
      return handler.respond({ method: 'GET', url, params, headers, cookies: {}, body: new Uint8Array() }, context)
    },
    async correctPark(trees: number) {
      const input = { organisation: 'town', register: 'parks', record: park.record, version: parkVersion, source }
      const data = { name: 'Green', trees, plan: 'secret plan' }
      const done = await platform.run(changeRecord, { ...input, data, reason: 'counted anew' }, keeper)
      if (isRefused(done)) throw new Error(`${done.code} ${JSON.stringify(done.also)}`)
      parkVersion = done.version
    },
  })
}
