/** The exchange on a real database with the content of the demo country, and members that sign. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackageSet, openPackage, readContent } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import {
  diskFiles,
  noVirusCheck,
  sealedBlobStore,
  sealedBlobs,
  type VirusCheck,
  virusCheck,
} from '@tereze/foundation-files'
import { createOutgoing } from '@tereze/foundation-http'
import {
  createKeys,
  type Keys,
  keyLogSigner,
  keyring,
  keysMigrations,
  localMasterKey,
  newSigningPair,
  signerOf,
} from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, system, type TestPlatform, testPlatform } from '@tereze/foundation-testing'
import type { WitnessLine } from '@tereze/foundation-witness'
import { isRefused } from '@tereze/operation'
import { registerPackages, registers } from '@tereze/registers'
import { importRecords } from '@tereze/registers/contract'
import { afterAll } from 'vitest'
import { asking, type ExchangeMessage, registerKey, serveMessage } from './contract/index.ts'
import {
  consentLine,
  createAsking,
  createNationalLine,
  createOutsideLine,
  exchange,
  httpConsentLine,
  httpPeerLine,
  messageLogSigner,
  messageWitnesses,
  type NationalPlace,
  nationalLine,
  outsideLine,
  pageDrawing,
  peerLine,
  revocationLine,
} from './index.ts'
import { messageType } from './rules/read-message.ts'

/** What differs between the messages of tests. */
export type Wanted = Partial<Omit<ExchangeMessage, 'body'>> & { body?: unknown }

/** A system of a member, with its key. */
export interface MemberSystem {
  readonly publicJwk: Record<string, unknown>
  /** A signed notification of a birth, with whatever should be otherwise. */
  sign(wanted?: Wanted, typ?: string): Promise<string>
}

/** The ward that reports births in the stories. */
export const ward = 'maternity-ward-north'
/** Its information system. */
export const wardSystem = 'maternity-information-system'

/** What a test sets of the line to members' own systems. */
export interface OutsideWanted {
  readonly systems?: readonly string[]
  readonly longest?: number
  /** `name=https://…` of consent services. */
  readonly consents?: readonly string[]
  /** Connections to national exchanges. */
  readonly national?: readonly NationalPlace[]
  readonly scanner?: VirusCheck
  /** Witnesses of the logs of messages. */
  readonly witnesses?: readonly WitnessLine[]
}

/** A platform with a mother in the register of people and a ward whose key is registered. */
export async function exchangePlatform({
  national = [],
  consents = [],
  scanner = noVirusCheck(),
  witnesses = [],
  ...outside
}: OutsideWanted = {}): Promise<
  TestPlatform & {
    keys: Keys
    /** Where the parts of files are kept. */
    filesFolder: string
    /** The published content; a test may change a contract in it. */
    packages: ReturnType<typeof createPackageSet>
    /** `host:port` of other installations that it may call; add to it. */
    privateHosts: string[]
    /** Asks as the platform asks for a case. */
    ask: ReturnType<typeof createAsking>['ask']
    mother: { id: string; identifier: string }
    member: MemberSystem
    /** A system whose key nobody knows yet. */
    newSystem(pair?: Awaited<ReturnType<typeof newSigningPair>>): Promise<MemberSystem>
    register(organisation: string, system: string, jwk: Record<string, unknown>): Promise<unknown>
    serve(message: string, provider?: string): Promise<{ reply: string } | { code: string; pointer: string }>
    /** Adds a record that must be accepted. */
    add(organisation: string, register: string, data: Record<string, unknown>): Promise<string>
  }
> {
  const set = createPackageSet()
  for (const pack of await readContent(fileURLToPath(new URL('../../../content', import.meta.url))))
    set.add(openPackage(pack))
  const clock = fixedClock()
  const master = localMasterKey(new Uint8Array(32).fill(1))
  const keys = createKeys({ master, now: clock.now })
  const filesFolder = await mkdtemp(join(tmpdir(), 'exchange-files-'))
  afterAll(() => rm(filesFolder, { recursive: true, force: true, maxRetries: 5 }))
  const privateHosts: string[] = []
  const running: { platform?: TestPlatform } = {}
  const runner = () => {
    if (running.platform === undefined) throw new Error('the platform is not composed yet')
    return running.platform.runner
  }
  const { ask } = createAsking({ runner, job: () => runner().jobContext('exchange.ask') })
  const platform = await testPlatform({
    modules: [registers, exchange],
    migrations: [keysMigrations],
    clock,
    bindings: [
      bind(packages, set),
      bind(keyring, keys),
      bind(asking, { ask: question => ask(question) }),
      bind(
        peerLine,
        httpPeerLine({
          job: () => runner().jobContext('exchange.peer-line'),
          outgoing: createOutgoing({ privateHosts }),
        }),
      ),
      bind(
        outsideLine,
        createOutsideLine({
          job: () => runner().jobContext('exchange.outside-line'),
          outgoing: createOutgoing({ privateHosts }),
          systems: [],
          ...outside,
        }),
      ),
      bind(
        nationalLine,
        createNationalLine({
          job: () => runner().jobContext('exchange.national-line'),
          outgoing: createOutgoing({ privateHosts }),
          places: national,
        }),
      ),
      bind(
        consentLine,
        httpConsentLine({
          job: () => runner().jobContext('exchange.consent-line'),
          outgoing: createOutgoing({ privateHosts }),
          services: consents,
        }),
      ),
      bind(sealedBlobStore, sealedBlobs({ files: diskFiles({ folder: filesFolder }), master })),
      bind(virusCheck, scanner),
      bind(pageDrawing, { draw: async pages => new TextEncoder().encode(`%PDF-1.7\n${JSON.stringify(pages)}`) }),
      bind(messageWitnesses, witnesses),
      bind(revocationLine, createOutgoing({ privateHosts, plain: true })),
      bind(messageLogSigner, keyLogSigner(keys, 'services.example', 'exchange-log')),
    ],
  })
  running.platform = platform
  // A transaction for each: all together may take longer than a transaction may last on a busy machine.
  for (const pack of set.list('register'))
    await platform.runner.jobContext('publish').write('platform', context => registerPackages.activate(context, pack))
  let added = 0
  const add = async (organisation: string, register: string, data: Record<string, unknown>) => {
    const prefix = set.get('register', register).json.get('register.json')?.idPrefix
    const record = `${String(prefix)}_01960000-0000-7000-8000-${(++added).toString(16).padStart(12, '0')}`
    const records = [{ record, data, validFrom: '2026-03-02' }]
    const loaded = await platform.run(
      importRecords,
      { organisation, register, import: record, records },
      system({ organisation }),
    )
    if (isRefused(loaded)) throw new Error(`${loaded.code} ${JSON.stringify(loaded.also)}`)
    return record
  }
  const woman = {
    name: { family: 'Altynova', given: 'Aisulu' },
    born: '1996-05-04',
    sex: 'female',
    citizenship: 'XD',
    documents: [{ kind: 'passport', number: 'XD1234567', country: 'XD' }],
    language: 'kk',
    identifier: 'DM-2345-6789-A',
  }
  const mother = { id: await add('civil-registry', 'people', woman), identifier: woman.identifier }
  let last = 0
  const newSystem = async (given?: Awaited<ReturnType<typeof newSigningPair>>): Promise<MemberSystem> => {
    const pair = given ?? (await newSigningPair())
    const signer = await signerOf(pair.privateJwk)
    return {
      publicJwk: pair.publicJwk as Record<string, unknown>,
      sign: (wanted = {}, typ = messageType) =>
        signer.sign(
          JSON.stringify({
            id: `01960000-0000-7000-8000-${String(++last).padStart(12, '0')}`,
            contract: 'civil-registry.birth-notification@1',
            consumer: ward,
            system: wardSystem,
            provider: 'civil-registry',
            purpose: 'birth-registration',
            time: clock.now().toISOString(),
            body: notification(`N-${last}`, mother.identifier),
            ...wanted,
          }),
          typ,
        ),
    }
  }
  const register = (organisation: string, name: string, jwk: Record<string, unknown>) =>
    platform.run(registerKey, { organisation, system: name, jwk }, system({ organisation }))
  const member = await newSystem()
  await register(ward, wardSystem, member.publicJwk)
  return Object.assign(platform, {
    keys,
    filesFolder,
    packages: set,
    privateHosts,
    ask,
    mother,
    member,
    newSystem,
    register,
    add,
    serve: (message: string, provider = 'civil-registry') =>
      platform.run(serveMessage, { message, provider }, system({ organisation: ward })) as Promise<
        { reply: string } | { code: string; pointer: string }
      >,
  })
}

/** The body of a notification of birth. */
export function notification(number: string, identifier: string): Record<string, unknown> {
  return {
    notificationId: number,
    mother: { identifier },
    child: { sex: 'female', bornAt: '2026-03-01T20:15:00+05:00', weight: 3400, length: 52 },
    region: 'north',
  }
}
