import { readFileSync } from 'node:fs'
import type { Database, MigrationSet } from '@tereze/foundation-database'
import { eventsMigrations } from '@tereze/foundation-events'
import { createHttpServer, createOutgoing, httpMessages } from '@tereze/foundation-http'
import { createKeys, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import {
  type AuditLine,
  type Auditor,
  createIds,
  createPorts,
  createRunner,
  handle,
  module,
  operationsMigrations,
  respond,
} from '@tereze/foundation-operations'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { fixedClock, official, testDatabase } from '@tereze/foundation-testing'
import { createMessages } from '@tereze/messages'
import { operation, protocol } from '@tereze/operation'
import { Type } from 'typebox'
import { type Answer, Browser } from './browser.fixture.ts'
import { createIdentity, demoPhone, identity, sharedSecrets } from './index.ts'
import type { OpenIdClient } from './openid/client.ts'
import type { CertificateHolders } from './ports/certificate-holders.ts'
import type { CodeLine } from './ports/code-line.ts'
import type { DemoIdentity, DemoSignIn } from './ports/demo-sign-in.ts'
import type { NetworkPlaces } from './ports/network-places/port.ts'
import type { WalletIssuers } from './ports/wallet-issuers.ts'
import { insertOfficial } from './store/officials.ts'

export const origin = 'http://localhost:8080'

export const aigul: DemoIdentity = {
  id: 'person_01960000-0000-7000-8000-000000000001',
  kind: 'person',
  name: 'Aigul Serik',
  about: 'identity.page.people',
  organisation: null,
}
export const dana: DemoIdentity = {
  ...aigul,
  id: 'person_01960000-0000-7000-8000-000000000002',
  name: 'Dana Omar',
}
export const stranger: DemoIdentity = {
  ...aigul,
  id: 'person_01960000-0000-7000-8000-000000000003',
  name: 'Nobody Known',
  about: null,
  birthYear: '1994',
  regionName: { en: 'North Region', ru: 'Северная область', kk: 'Солтүстік облысы' },
}
/** Offered by the demo, known to nobody else. */
export const ghost: DemoIdentity = {
  ...aigul,
  id: 'person_01960000-0000-7000-8000-000000000005',
  name: 'Ghost',
}
export const officer: DemoIdentity = {
  id: 'official_01960000-0000-7000-8000-000000000004',
  kind: 'official',
  name: 'Oleg Case',
  about: null,
  organisation: 'social-protection',
  organisationName: { en: 'Social protection', ru: 'Соцзащита', kk: 'Әлеуметтік қорғау' },
}

/** The national number of somebody of these tests: it is none of any country. */
export const numberOf = ({ id }: DemoIdentity) => `TEST-${id.slice(-1)}`

/** An official of a one-stop shop, one of several. */
export const operator = (n: number) =>
  official({
    id: `official_01960000-0000-7000-8000-00000000010${n}`,
    organisation: 'one-stop-shop',
    roles: ['one-stop-shop-operator'],
  })

function wordsIn(folder: URL) {
  const read = (language: string) =>
    JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Record<string, string>
  return { en: read('en'), ru: read('ru'), kk: read('kk') }
}

/** All words that the tests meet. */
export const messages = createMessages([wordsIn(new URL('../messages/', import.meta.url)), wordsIn(httpMessages)])

/** A page of the portal that needs somebody signed in, as the test's stand-in for all others. */
const ownPage = respond(
  protocol({
    name: 'test.show-own',
    does: 'Shows who asks.',
    method: 'ALL',
    path: '/own',
    permission: 'test.own.read',
    scope: 'profile.read',
  }),
  async (_request, { actor }) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(actor),
  }),
)
/** Something that only somebody may do who proved very surely who they are. */
export const moveMoney = operation({
  name: 'test.move-money',
  does: 'Does something weighty.',
  input: Type.Object({}),
  output: Type.Object({ moved: Type.Boolean() }),
  permission: 'test.money.move',
  assurance: 'high',
})
const frontPage = respond(
  protocol({ name: 'test.show-home', does: 'The first page.', method: 'GET', path: '/', permission: 'test.home.read' }),
  async () => ({ status: 200, headers: {}, body: 'home' }),
)

/** The identity module behind a real HTTP server, with two people, a stranger and an official. */
export async function identityPlatform(
  options: {
    clients?: readonly OpenIdClient[]
    origin?: string
    privateHosts?: readonly string[]
    certificates?: CertificateHolders
    issuers?: WalletIssuers
    mayActFor?: (person: string, principal: string) => Promise<boolean>
    networkPlaces?: NetworkPlaces
    /** Where codes go; there is then no demo to choose people in. */
    codeLine?: CodeLine
    /** People besides the usual ones. */
    more?: readonly DemoIdentity[]
    /** Opens the database that `sets` make; a test database unless told. */
    open?: (sets: readonly MigrationSet[]) => Promise<Database>
  } = {},
) {
  const at = options.origin ?? origin
  const clock = fixedClock()
  const open = options.open ?? (async sets => (await testDatabase(sets)).database)
  const database = await open([
    eventsMigrations,
    operationsMigrations,
    keysMigrations,
    { name: 'identity', folder: new URL('../migrations/', import.meta.url) },
  ])
  const ids = createIds(clock)
  const audited: AuditLine[] = []
  const auditor: Auditor = { append: async (_tx, lines) => void audited.push(...lines) }
  const everyone = [aigul, dana, stranger, officer, ...(options.more ?? [])]
  const phone = demoPhone()
  await database.transaction('social-protection', tx =>
    insertOfficial(
      tx,
      {
        official: officer.id,
        organisation: 'social-protection',
        unit: 'north',
        name: { family: 'Case', given: 'Oleg' },
        roles: ['case-worker'],
      },
      clock.now(),
    ),
  )
  const errors: Error[] = []
  const demoSignIn: DemoSignIn = {
    ...phone,
    identities: async () => [aigul, dana, officer],
    search: async (words, limit) =>
      everyone.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())).slice(0, limit),
    find: async id => [...everyone, ghost].find(each => each.id === id) ?? null,
  }
  const made = await createIdentity({
    database,
    clock,
    ids,
    keys: createKeys({ master: localMasterKey(new Uint8Array(32).fill(9)), now: () => clock.now() }),
    auditor,
    messages,
    origin: at,
    demoSignIn: options.codeLine === undefined ? demoSignIn : null,
    ...(options.codeLine === undefined ? {} : { codeLine: options.codeLine }),
    personNames: {
      nameOf: async id => everyone.find(each => each.id === id)?.name ?? null,
      findByNumber: async number => [aigul, dana].find(each => numberOf(each) === number)?.id ?? null,
    },
    systems: sharedSecrets([
      { secret: 'secret-of-the-gateway', name: 'sms-gateway', organisation: 'platform', roles: ['sms-gateway'] },
    ]),
    ...(options.clients === undefined ? {} : { clients: options.clients }),
    ...(options.certificates === undefined ? {} : { certificates: options.certificates }),
    ...(options.issuers === undefined ? {} : { issuers: options.issuers }),
    ...(options.mayActFor === undefined ? {} : { mayActFor: options.mayActFor }),
    networkPlaces: options.networkPlaces ?? null,
    tracesKeptDays: 30,
    outgoing: createOutgoing({ privateHosts: options.privateHosts ?? [] }),
    onError: error => errors.push(error),
  })
  const modules = [
    identity,
    module({
      name: 'test',
      operations: [handle(moveMoney, { tenant: () => 'platform', run: async () => ({ moved: true }) })],
      protocols: [ownPage, frontPage],
    }),
  ]
  const runner = createRunner({
    database,
    modules,
    clock,
    ids,
    ports: createPorts(made.bindings),
    authoriser: { decide: async () => ({ allowed: true, reason: 'test', policyVersion: 'test' }) },
    auditor,
  })
  const server = await createHttpServer({
    modules,
    runner,
    authenticator: made.authenticator,
    formGuard: made.formGuard,
    messages,
    telemetry: silentTelemetry(),
    origin: at,
    version: '0',
    ratePerMinute: 100_000,
    allows: async (actor, permission) => !permission.startsWith('test.own') || actor.kind !== 'anonymous',
  })
  const newBrowser = (headers?: Record<string, string>) => new Browser(server, at, headers)

  /** Goes to the page that asks for a code, as far as anybody comes without one. */
  async function chooseIdentity(browser: Browser, who: DemoIdentity, to = '/own'): Promise<Answer> {
    const page = await browser.open(`/sign-in?to=${encodeURIComponent(to)}`)
    return browser.follow(await browser.submit(page, { identity: who.id }))
  }

  async function enterCode(browser: Browser, page: Answer, who: DemoIdentity): Promise<Answer> {
    return browser.submit(page, { code: (await phone.shownCode(who)) ?? '' })
  }

  return {
    ...made,
    database,
    clock,
    runner,
    server,
    audited,
    errors,
    phone,
    newBrowser,
    chooseIdentity,
    enterCode,
    /** Signs somebody in, start to finish; gives the page they end on. */
    async signIn(browser: Browser, who: DemoIdentity, to = '/own'): Promise<Answer> {
      const page = await chooseIdentity(browser, who, to)
      return browser.follow(await enterCode(browser, page, who))
    },
  }
}
