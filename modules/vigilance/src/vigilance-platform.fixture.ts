import { readFileSync } from 'node:fs'
import { representation, type Tie } from '@tereze/access/contract'
import type { AnomalyRule } from '@tereze/anomaly-rules'
import {
  audit,
  createAuditor,
  listLinesFrom,
  listLinesOf,
  listLookedAt,
  listSizes,
  logSigner,
  witnesses,
} from '@tereze/audit'
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import { createKeys, keyLogSigner, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { type AuditLine, bind } from '@tereze/foundation-operations'
import { fixedClock, official, testPlatform } from '@tereze/foundation-testing'
import { type Actor, type InputOf, isRefused, type Operation, type OutputOf } from '@tereze/operation'
import { type Incident, listIncidents } from './contract/index.ts'
import { type RecordPersons, recordPersons, type SignInTravel, sealedLines, signInTravels, vigilance } from './index.ts'

/** Whose log is looked at. */
export const organisation = 'social-protection'
/** Who looks at data. */
export const clerk = official()
/** Who judges what is found. */
export const officer = official({ id: 'official_01960000-0000-7000-8000-0000000000e1', roles: ['security-officer'] })
const id = (n: number) => `person_01960000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`
/** People of the tests by number. */
export const somebody = id

const rule = (changes: Pick<AnomalyRule, 'id' | 'lines'> & Partial<AnomalyRule>): AnomalyRule => ({
  title: `message:${changes.id}`,
  why: `message:${changes.id}`,
  severity: 'medium',
  counts: 'subjects',
  reaches: 1,
  minutes: 60,
  ...changes,
})
const rules = [
  rule({ id: 'many', lines: 'starts with(operation, "registers.")', reaches: 3, severity: 'high' }),
  rule({
    id: 'family',
    lines:
      'starts with(operation, "registers.") and (list contains(about, "relative") or list contains(about, "self"))',
  }),
  rule({ id: 'travel', lines: 'travel.speed > 900', counts: 'lines' }),
  rule({
    id: 'protected',
    lines: 'starts with(operation, "registers.") and list contains(about, "protected") and not(known)',
  }),
]
const review = { hours: 24, severity: 'medium', title: 'message:review', why: 'message:review' }
const witness = { severity: 'high', title: 'message:witness', why: 'message:witness' }
const leaks = { hoursBefore: 6, severity: 'high', title: 'message:leak', why: 'message:leak' }
const words = JSON.stringify(
  Object.fromEntries(
    [...rules.map(({ id: key }) => key), 'review', 'witness', 'leak'].map(key => [key, `What ${key} means`]),
  ),
)

function publishedWith(service: string | null) {
  const set = createPackageSet()
  const incidents = service === null ? {} : { incidents: `service:${service}` }
  const file = {
    format: 1,
    ...incidents,
    work: { lines: 'starts with(operation, "cases.")', days: 30 },
    review,
    witness,
    leaks,
    rules,
  }
  set.add(
    openPackage({
      kind: 'vigilance',
      id: 'vigilance',
      version: '1.0.0',
      hash: 'rules',
      folder: 'vigilance',
      files: {
        'vigilance.json': JSON.stringify(file),
        ...Object.fromEntries(['en', 'ru', 'kk'].map(language => [`messages/${language}.json`, words])),
      },
    }),
  )
  const law = (file: string) =>
    readFileSync(new URL(`../../../content/jurisdictions/demo/${file}.json`, import.meta.url), 'utf8')
  const files = ['leaks', 'calendar', 'deadline-rules', 'messages/en', 'messages/ru', 'messages/kk']
  set.add(
    openPackage({
      kind: 'jurisdiction',
      id: 'demo',
      version: '1.0.0',
      hash: 'law',
      folder: 'jurisdictions/demo',
      files: Object.fromEntries(files.map(file => [`${file}.json`, law(file)])),
    }),
  )
  const place = { id: 'tax-agency', kind: 'agency', jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo' }
  set.add(
    openPackage({
      kind: 'organisation',
      id: 'organisations',
      version: '1.0.0',
      hash: 'organisations',
      folder: 'organisations',
      files: { 'tax-agency.json': JSON.stringify(place) },
    }),
  )
  return set
}

/** What the persons of a leak are told. */
export const leakWords = {
  en: 'A table of incomes lay open for a day.',
  ru: 'Таблица доходов была открыта целый день.',
  kk: 'Табыстар кестесі бір күн бойы ашық тұрды.',
}

/** A register `incomes` of the tax agency: a record `income-<n>` is about the person of the number; one is searched by `year`. */
const ofPersons: RecordPersons = {
  async ofRecords(_, { register, records }) {
    if (register !== 'incomes') return 'no-register'
    const numbers = records.map(record => /^income-(\d+)$/.exec(record)?.[1] ?? null)
    return {
      persons: numbers.flatMap(number => (number === null ? [] : [id(Number(number))])),
      unknown: records.filter((_, at) => numbers[at] === null),
      next: null,
    }
  },
  async bySearch(_, { register, where, after }) {
    if (register !== 'incomes') return 'no-register'
    const column = Object.keys(where).find(name => name !== 'year')
    if (column !== undefined) return { unfit: column }
    return after === null
      ? { persons: [id(1), id(2)], unknown: [], next: 'income-2' }
      : { persons: [id(2), id(3)], unknown: [], next: null }
  },
}

/** The module above the audit log, on a database of its own; the registers say the ties that are given. */
export async function vigilancePlatform({
  ties = [],
  service = null,
  travels = new Map(),
}: {
  ties?: readonly Tie[]
  service?: string | null
  /** Journeys to sign-ins, by correlation. */
  travels?: ReadonlyMap<string, SignInTravel>
} = {}) {
  const clock = fixedClock()
  const keys = createKeys({ master: localMasterKey(new Uint8Array(32).fill(7)), now: () => clock.now() })
  const auditor = createAuditor(keys)
  const registers = {
    tiesOf: async (actor: string) => ties.filter(tie => tie.actor === actor),
    tiesTo: async (principal: string) => ties.filter(tie => tie.principal === principal),
    titleOf: async () => null,
    findPerson: async () => null,
    serviceOfCase: async () => null,
    today: () => '2026-03-02',
  }
  const platform = await testPlatform({
    modules: [audit, vigilance],
    clock,
    auditor,
    bindings: [
      bind(logSigner, keyLogSigner(keys, 'services.example', 'audit')),
      bind(keyring, keys),
      bind(witnesses, []),
      bind(packages, publishedWith(service)),
      bind(representation, registers),
      bind(signInTravels, { find: async () => travels }),
      bind(sealedLines, { sizes: listSizes, from: listLinesFrom, find: listLinesOf, lookedAt: listLookedAt }),
      bind(recordPersons, ofPersons),
    ],
    migrations: [keysMigrations],
  })
  const newLine = (changes: Partial<AuditLine> = {}): AuditLine => ({
    id: platform.ids.newId('audit'),
    tenant: organisation,
    time: clock.now().toISOString(),
    actor: clerk,
    operation: 'registers.get-record',
    purpose: 'registers.record.read',
    ground: null,
    subjects: [],
    fields: [],
    outcome: 'done',
    policyVersion: '1',
    correlation: platform.ids.newUuid(),
    ...changes,
  })
  async function must<O extends Operation>(
    definition: O,
    input: InputOf<O>,
    actor: Actor = officer,
  ): Promise<OutputOf<O>> {
    const got = await platform.run(definition, input, actor)
    if (isRefused(got)) throw new Error(got.code)
    return got as OutputOf<O>
  }
  return {
    ...platform,
    keys,
    must,
    newLine,
    /** Commits lines, seals them and looks at them: other databases of the server may hold the snapshot horizon back for a moment. */
    async look(...lines: AuditLine[]): Promise<Incident[]> {
      for (const tenant of new Set(lines.map(line => line.tenant)))
        await platform.database.transaction(tenant, tx =>
          auditor.append(
            tx,
            lines.filter(line => line.tenant === tenant),
          ),
        )
      const last = lines.at(-1)?.id ?? ''
      for (let round = 0; round < 400; round++) {
        await platform.settle()
        if (last === '' || (await listLinesOf(platform.database, lines.at(-1)?.tenant ?? '', [last])).length > 0) break
        await new Promise(resolve => setTimeout(resolve, 10))
      }
      await platform.settle()
      return (await must(listIncidents, { organisation })).items
    },
  }
}
