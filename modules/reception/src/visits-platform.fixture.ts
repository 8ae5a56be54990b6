import { readFileSync } from 'node:fs'
import { openPackage } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, testPlatform } from '@tereze/foundation-testing'
import { notifications } from '@tereze/notifications'
import { channels, contacts, portal, type ShortMessage, sms } from '@tereze/notifications/contract'
import { reception } from './index.ts'
import { type KnownVisitor, visitors } from './ports/visitors/port.ts'
import { hallPackages } from './reception-platform.fixture.ts'

const content = new URL('../../../content/', import.meta.url)

/** Who has a telephone, and who has none. */
export const [aigul, timur]: readonly [KnownVisitor, KnownVisitor] = [
  {
    person: 'person_01960000-0000-7000-8000-000000000001',
    name: 'Aigul Demo',
    born: '1990-05-01',
    number: 'DM-2222-3333-4',
    phone: '+99955500122',
    language: 'en',
  },
  {
    person: 'person_01960000-0000-7000-8000-000000000002',
    name: 'Timur Demo',
    born: '1950-01-31',
    number: 'DM-2222-4444-5',
    phone: null,
    language: 'kk',
  },
]

function visitPackages() {
  const set = hallPackages()
  const read = (path: string) => readFileSync(new URL(path, content), 'utf8')
  const card = { version: '1.0.0', hash: 'demo' }
  const notice = 'notices/visit-confirmed.md'
  set.add(
    openPackage({
      ...card,
      kind: 'access',
      id: 'access',
      folder: 'access',
      files: { [notice]: read(`access/${notice}`) },
    }),
  )
  const files = ['service.json', ...['en', 'ru', 'kk'].map(language => `messages/${language}.json`)]
  const folder = 'services/family/one-time-birth-benefit'
  set.add(
    openPackage({
      ...card,
      kind: 'service',
      id: 'one-time-birth-benefit',
      folder,
      files: Object.fromEntries(files.map(file => [file, read(`${folder}/${file}`)])),
    }),
  )
  return set
}

/** Visits in the demo country's halls, with a register of two people and a telephone network that keeps what it is given. */
export async function visitsPlatform() {
  const clock = fixedClock()
  const set = visitPackages()
  const sent: ShortMessage[] = []
  const people = [aigul, timur]
  const line = { answers: true }
  const platform = await testPlatform({
    modules: [notifications, reception],
    clock,
    migrations: [keysMigrations],
    bindings: [
      bind(packages, set),
      bind(keyring, createKeys({ master: localMasterKey(new Uint8Array(32).fill(5)), now: () => clock.now() })),
      bind(portal, { origin: 'https://portal.example' }),
      bind(channels, { open: ['email', 'sms'] }),
      bind(contacts, {
        find: async (_, person) => ({ person, language: 'en', email: null, phone: null }),
        findByPhone: async () => [],
      }),
      bind(sms, {
        async send(message) {
          if (!line.answers) throw new Error('no network')
          sent.push(message)
          return 'sent' as const
        },
      }),
      bind(visitors, {
        owner: () => 'civil-registry',
        find: async (_, search) =>
          people.filter(one => one.born === search.born && (!('number' in search) || one.number === search.number)),
        get: async (_, person) => people.find(one => one.person === person) ?? null,
        register: async () => ({ person: timur.person }),
      }),
    ],
  })
  return { ...platform, clock, set, sent, line }
}
