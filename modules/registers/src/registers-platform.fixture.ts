/** The module on a real database, with two small registers that use everything a register can declare. */
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { type PackageKind, packages } from '@tereze/catalogue/contract'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, type TestPlatform, testPlatform } from '@tereze/foundation-testing'
import { type InputOf, isRefused, type Outcome, type Refused } from '@tereze/operation'
import { type changeRecord as Change, changeRecord, type Provenance, registerRecord } from './contract/index.ts'
import { registerPackages, registers } from './index.ts'

const vessels = {
  id: 'vessels',
  version: '1.0.0',
  owner: 'transport',
  idPrefix: 'vessel',
  subjects: ['/owner'],
  status: {
    pointer: '/status',
    initial: 'built',
    changes: { built: ['afloat'], afloat: ['sunk'], sunk: [] },
  },
  assigns: [{ pointer: '/number', identifier: 'vessel-number', when: 'status = "afloat"' }],
  keys: [
    { name: 'hull', pointers: ['/hull'] },
    { name: 'name', pointers: ['/name', '/port'], when: 'status != "sunk"' },
  ],
  references: [
    { pointer: '/berth', register: 'berths', local: true },
    { pointer: '/owner', register: 'people', local: false },
  ],
  indexes: [
    { name: 'name', pointer: '/name', type: 'text', search: 'prefix' },
    { name: 'port', pointer: '/port', type: 'text' },
    { name: 'status', pointer: '/status', type: 'text' },
    { name: 'tons', pointer: '/tons', type: 'number' },
    { name: 'launched', pointer: '/launched', type: 'date' },
    { name: 'seaworthy', pointer: '/seaworthy', type: 'boolean' },
  ],
  labels: { '/hull': 'bank-secret', '/tons': 'official-use' },
  access: [
    { who: 'subject', may: ['see', 'history'], ground: 'act:ships/9' },
    {
      who: 'role:keeper',
      may: ['see', 'search', 'list', 'write', 'correct', 'history', 'link'],
      labels: ['open', 'official-use', 'personal', 'bank-secret'],
      ground: 'act:ships/3',
    },
    {
      who: 'role:clerk',
      may: ['see', 'request'],
      labels: ['open', 'official-use', 'personal', 'bank-secret'],
      ground: 'act:ships/4',
    },
    {
      who: 'role:chief',
      may: ['see', 'write', 'correct', 'approve', 'merge'],
      labels: ['open', 'official-use', 'personal', 'bank-secret'],
      ground: 'act:ships/4.1',
    },
    { who: 'role:deputy', may: ['see', 'approve'], ground: 'act:ships/4.2' },
    {
      who: 'emergency',
      may: ['see', 'search'],
      fields: ['/name', '/port'],
      labels: ['open', 'personal'],
      ground: 'act:ships/10',
    },
    { who: 'role:pilot', may: ['see', 'search', 'history'], ground: 'act:ships/5' },
    { who: 'role:archivist', may: ['destroy'], ground: 'act:ships/11' },
    { who: 'role:surveyor', may: ['see', 'search', 'correct'], fields: ['/tons', '/seaworthy'], ground: 'act:ships/6' },
    {
      who: 'contract:transport.vessels@1',
      may: ['see', 'search'],
      labels: ['open', 'personal'],
      ground: 'act:ships/7',
    },
  ],
  retention: { keep: 'P10Y', from: '/launched' },
}
const vessel = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'status'],
  properties: {
    name: { type: 'string', minLength: 1 },
    status: { enum: ['built', 'afloat', 'sunk'] },
    port: { type: 'string' },
    hull: { type: 'string' },
    number: { type: 'string' },
    owner: { type: 'string' },
    berth: { type: 'string' },
    tons: { type: 'number' },
    launched: { type: 'string', format: 'date' },
    seaworthy: { type: 'boolean' },
  },
}
const identifiers = {
  identifiers: [
    {
      id: 'vessel-number',
      of: 'vessel',
      prefix: 'DV-',
      alphabet: '23456789ABCDEFGHJKMNPQRSTUVWXYZ',
      length: 4,
      groups: [4, 1],
      check: { algorithm: 'weighted-mod', modulus: 31, weights: [2, 3, 4, 5] },
    },
  ],
}
const transport = { id: 'transport', jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'agency' }

/** Where test records come from. */
export const source: Provenance = { kind: 'official', reference: 'letter-1', organisation: 'transport' }
/** Who keeps the registers. */
export const keeper = official({ organisation: 'transport', roles: ['keeper'] })

/** A person of the demo's shape, by a number. */
export const owner = (number: number): string => `person_01960000-0000-7000-8000-00000000000${number}`

/** The module with its registers published. */
export async function registersPlatform(): Promise<
  TestPlatform & {
    /** Adds a record that must be accepted; gives its id. */
    add(data: Record<string, unknown>, register?: string): Promise<string>
    /** Changes a vessel; tries, and gives whatever came of it. */
    change(
      record: string,
      version: number,
      data: Record<string, unknown>,
      more?: Partial<InputOf<typeof Change>>,
    ): Promise<Outcome<typeof Change> | Refused>
  }
> {
  const set = createPackageSet()
  const add = (kind: PackageKind, id: string, files: Record<string, unknown>) => {
    const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
    const pack = openPackage({ kind, id, version: '1.0.0', hash: id, folder: id, files: Object.fromEntries(texts) })
    set.add(pack)
    return pack
  }
  const declared = [
    add('register', 'vessels', {
      'register.json': vessels,
      'data.schema.json': vessel,
      'notices/record-changed.md': 'what is told is tested where it is written',
    }),
    add('register', 'berths', {
      'register.json': {
        id: 'berths',
        version: '1.0.0',
        owner: 'transport',
        idPrefix: 'berth',
        access: [
          { who: 'role:keeper', may: ['see', 'search', 'list', 'write', 'correct', 'history'], ground: 'act:ships/3' },
        ],
      },
      'data.schema.json': { type: 'object' },
    }),
  ]
  declared.push(
    add('register', 'permits', {
      'register.json': {
        id: 'permits',
        version: '1.0.0',
        owner: 'transport',
        idPrefix: 'permit',
        approval: ['write', 'correct'],
        access: [
          { who: 'role:clerk', may: ['see', 'request'], ground: 'act:ships/8' },
          { who: 'role:chief', may: ['see', 'write', 'correct', 'approve'], ground: 'act:ships/8' },
        ],
      },
      'data.schema.json': { type: 'object', properties: { number: { type: 'string' } } },
    }),
  )
  const manned = [
    {
      who: 'role:chief',
      may: ['see', 'search', 'list', 'write', 'correct', 'history', 'merge'],
      ground: 'act:ships/10',
    },
    { who: 'role:keeper', may: ['see', 'search', 'list', 'write', 'correct', 'history'], ground: 'act:ships/10' },
  ]
  declared.push(
    add('register', 'sailors', {
      'register.json': {
        id: 'sailors',
        version: '1.0.0',
        owner: 'transport',
        idPrefix: 'sailor',
        subjects: ['/id'],
        keys: [{ name: 'number', pointers: ['/number'] }],
        indexes: [{ name: 'number', pointer: '/number', type: 'text' }],
        matching: {
          from: 0.75,
          features: [
            { id: 'name', as: 'person-name', pointers: ['/name', '/nameLatin'] },
            { id: 'born', as: 'date', pointers: ['/born'] },
            { id: 'number', as: 'identifier', pointers: ['/number'] },
          ],
        },
        access: manned,
      },
      'data.schema.json': {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'object' },
          nameLatin: { type: 'object' },
          born: { type: 'string', format: 'date' },
          number: { type: 'string' },
          phone: { type: 'string' },
        },
      },
    }),
    add('register', 'squadrons', {
      'register.json': {
        id: 'squadrons',
        version: '1.0.0',
        owner: 'transport',
        idPrefix: 'squadron',
        references: [{ pointer: '/flagship', register: 'vessels', local: true }],
        access: [...manned, { who: 'role:archivist', may: ['destroy'], ground: 'act:ships/11' }],
      },
      'data.schema.json': { type: 'object', properties: { flagship: { type: 'string' } } },
    }),
    add('register', 'crews', {
      'register.json': {
        id: 'crews',
        version: '1.0.0',
        owner: 'transport',
        idPrefix: 'crew',
        keys: [{ name: 'post', pointers: ['/sailor', '/ship'] }],
        references: [
          { pointer: '/sailor', register: 'sailors', local: true },
          { pointer: '/mates/*', register: 'sailors', local: false },
        ],
        indexes: [{ name: 'sailor', pointer: '/sailor', type: 'text' }],
        access: manned,
      },
      'data.schema.json': {
        type: 'object',
        properties: {
          sailor: { type: 'string' },
          ship: { type: 'string' },
          mates: { type: 'array', items: { type: 'string' } },
        },
      },
    }),
  )
  declared.push(
    add('register', 'places', {
      'register.json': {
        id: 'places',
        version: '1.0.0',
        owner: 'transport',
        idPrefix: 'place',
        indexes: [
          { name: 'kind', pointer: '/kind', type: 'text' },
          { name: 'until', pointer: '/until', type: 'date' },
          { name: 'owner', pointer: '/owner', type: 'text' },
          { name: 'textRu', pointer: '/text/ru', type: 'text', search: 'words' },
          { name: 'textKk', pointer: '/text/kk', type: 'text', search: 'words' },
        ],
        labels: { '/owner': 'personal' },
        access: [
          { who: 'role:keeper', may: ['see', 'search', 'write', 'correct'], ground: 'act:ships/12' },
          { who: 'everyone', may: ['suggest'], ground: 'act:ships/12' },
        ],
      },
      'data.schema.json': {
        type: 'object',
        properties: {
          kind: { type: 'string' },
          until: { type: 'string', format: 'date' },
          owner: { type: 'string' },
          text: { type: 'object' },
        },
      },
    }),
  )
  add('jurisdiction', 'demo', { 'identifiers.json': identifiers })
  add('organisation', 'organisations', { 'transport.json': transport })
  const clock = fixedClock()
  const platform = await testPlatform({
    modules: [registers],
    migrations: [keysMigrations],
    clock,
    bindings: [
      bind(packages, set),
      bind(keyring, createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: clock.now })),
    ],
  })
  await platform.runner.jobContext('publish').write('platform', async context => {
    for (const pack of declared) await registerPackages.activate(context, pack)
  })
  const common = { organisation: 'transport', source }
  return Object.assign(platform, {
    async add(data: Record<string, unknown>, register = 'vessels') {
      const added = await platform.run(registerRecord, { ...common, register, data }, keeper)
      if (isRefused(added)) throw new Error(`${added.code} ${JSON.stringify(added.also)}`)
      return added.record
    },
    change: (
      record: string,
      version: number,
      data: Record<string, unknown>,
      more: Partial<InputOf<typeof Change>> = {},
    ) =>
      platform.run(
        changeRecord,
        { ...common, register: 'vessels', record, version, data, reason: 'a letter', ...more },
        keeper,
      ),
  })
}
