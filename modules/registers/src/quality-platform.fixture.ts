/** The module with two small registers that are watched by rules of every kind. */
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { type Package, type PackageKind, packages } from '@tereze/catalogue/contract'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, type TestPlatform, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import {
  type AnswerAboutRecord,
  changeRecord,
  listViolations,
  otherRegisters,
  type Provenance,
  type QuestionAboutRecord,
  registerRecord,
  type Violation,
} from './contract/index.ts'
import { registerPackages, registers } from './index.ts'

/** Who keeps the registers. */
export const harbourMaster = official({ organisation: 'transport', roles: ['keeper'] })
const source: Provenance = { kind: 'official', reference: 'letter', organisation: 'transport' }
const transport = { id: 'transport', jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'agency' }
const access = [
  { who: 'role:keeper', may: ['see', 'search', 'list', 'write', 'correct', 'destroy'], ground: 'act:ships/3' },
]
const text = { type: 'string' }
const date = { type: 'string', format: 'date' }

const boats = {
  'register.json': {
    id: 'boats',
    version: '1.0.0',
    owner: 'transport',
    idPrefix: 'boat',
    indexes: [
      { name: 'name', pointer: '/name', type: 'text', search: 'prefix' },
      { name: 'owner', pointer: '/owner', type: 'text' },
      { name: 'launched', pointer: '/launched', type: 'date' },
    ],
    retention: { keep: 'P10Y', from: '/launched' },
    access,
  },
  'data.schema.json': {
    type: 'object',
    additionalProperties: false,
    properties: { name: text, owner: text, launched: date, surveyed: date, tons: { type: 'number' } },
  },
  'quality.json': {
    format: 1,
    violations: 'service:mend-boats',
    rules: [
      {
        id: 'launch-known',
        dimension: 'completeness',
        severity: 'error',
        text: 'message:rule.launch-known',
        fields: ['/launched'],
        holds: 'launched != null',
      },
      {
        id: 'name-once',
        dimension: 'uniqueness',
        severity: 'warning',
        text: 'message:rule.name-once',
        fields: ['/name'],
        unique: ['name'],
      },
      {
        id: 'owner-there',
        dimension: 'cross-register',
        severity: 'error',
        text: 'message:rule.owner-there',
        fields: ['/owner'],
        exists: {
          register: 'owners',
          by: { id: 'owner' },
          where: [{ column: 'until', is: 'empty' }],
        },
      },
      {
        id: 'survey-in-time',
        dimension: 'timeliness',
        severity: 'notice',
        text: 'message:rule.survey-in-time',
        fields: ['/surveyed'],
        when: 'surveyed != null',
        holds: 'date(surveyed) + duration("P1Y") >= today()',
      },
      {
        id: 'owner-before-launch',
        dimension: 'consistency',
        severity: 'warning',
        text: 'message:rule.owner-before-launch',
        fields: ['/owner', '/launched'],
        absent: {
          register: 'owners',
          by: { id: 'owner' },
          where: [{ column: 'until', is: 'less', own: 'launched' }],
        },
      },
    ],
  },
  'messages/en.json': Object.fromEntries(
    [
      'title',
      'rule.launch-known',
      'rule.name-once',
      'rule.owner-there',
      'rule.survey-in-time',
      'rule.owner-before-launch',
    ].map(key => [key, key]),
  ),
}
const owners = {
  'register.json': {
    id: 'owners',
    version: '1.0.0',
    owner: 'transport',
    idPrefix: 'owner',
    indexes: [{ name: 'until', pointer: '/until', type: 'date' }],
    access,
  },
  'data.schema.json': { type: 'object', properties: { until: date } },
}

/** A watched register of somebody else. */
const slips = {
  'register.json': { id: 'slips', version: '1.0.0', owner: 'shipyard', idPrefix: 'slip', access },
  'data.schema.json': { type: 'object', properties: { length: { type: 'number' } } },
  'quality.json': {
    format: 1,
    rules: [
      {
        id: 'length-known',
        dimension: 'completeness',
        severity: 'error',
        text: 'message:rule.length-known',
        fields: ['/length'],
        holds: 'length != null',
      },
    ],
  },
}

/** What a test of quality works with. */
export interface QualityPlatform extends TestPlatform {
  /** What other organisations were asked, and what they answer. */
  readonly others: { asked: QuestionAboutRecord[]; answer: (question: QuestionAboutRecord) => AnswerAboutRecord }
  add(register: 'boats' | 'owners', data: Record<string, unknown>): Promise<string>
  change(register: 'boats' | 'owners', record: string, version: number, data: Record<string, unknown>): Promise<void>
  /** Violations of boats in a state, as `rule record`, after all work is done. */
  violations(state?: Violation['state']): Promise<string[]>
}

/** The module with its registers published. */
export async function qualityPlatform(): Promise<QualityPlatform> {
  const set = createPackageSet()
  const open = (kind: PackageKind, id: string, files: Record<string, unknown>): Package => {
    const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
    const pack = openPackage({ kind, id, version: '1.0.0', hash: id, folder: id, files: Object.fromEntries(texts) })
    set.add(pack)
    return pack
  }
  const declared = [
    open('register', 'boats', boats),
    open('register', 'owners', owners),
    open('register', 'slips', slips),
  ]
  open('organisation', 'organisations', {
    'transport.json': transport,
    'shipyard.json': { ...transport, id: 'shipyard' },
  })
  const clock = fixedClock()
  const others: QualityPlatform['others'] = { asked: [], answer: () => ({ ok: true, body: {} }) }
  const platform = await testPlatform({
    modules: [registers],
    migrations: [keysMigrations],
    clock,
    bindings: [
      bind(packages, set),
      bind(otherRegisters, {
        async ask(question) {
          others.asked.push(question)
          return others.answer(question)
        },
      }),
      bind(keyring, createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: clock.now })),
    ],
  })
  await platform.runner.jobContext('publish').write('platform', async context => {
    for (const pack of declared) await registerPackages.activate(context, pack)
  })
  const organisation = 'transport'
  return Object.assign(platform, {
    others,
    async add(register: string, data: Record<string, unknown>) {
      const added = await platform.run(registerRecord, { organisation, register, data, source }, harbourMaster)
      if (isRefused(added)) throw new Error(`${added.code} ${JSON.stringify(added.also)}`)
      return added.record
    },
    async change(register: string, record: string, version: number, data: Record<string, unknown>) {
      const given = { organisation, register, record, version, data, reason: 'a letter', source }
      const changed = await platform.run(changeRecord, given, harbourMaster)
      if (isRefused(changed)) throw new Error(changed.code)
    },
    async violations(state: Violation['state'] = 'open') {
      await platform.settle()
      const found = await platform.run(listViolations, { organisation, register: 'boats', state }, harbourMaster)
      if (isRefused(found)) throw new Error(found.code)
      return found.items.map(({ rule, record }) => `${rule} ${record}`).sort()
    },
  })
}
