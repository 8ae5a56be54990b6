import { fileURLToPath } from 'node:url'
import { createAuthoriser, type PowerScheme, policySource, powerScheme, readyPolicy } from '@tereze/access'
import { agreements, representation } from '@tereze/access/contract'
import { findClash } from '@tereze/access-policy'
import { createAuditor, listLinesFrom, listLinesOf, listLookedAt, listSizes, logSigner, witnesses } from '@tereze/audit'
import {
  createPackageDesk,
  loadPackages,
  type PackageSet,
  type ReleaseWatch,
  readFormats,
  watchReleases,
} from '@tereze/catalogue'
import {
  type Installation,
  installation,
  packageDesk,
  packageSupports,
  packages,
  textOf,
} from '@tereze/catalogue/contract'
import { credentialPackages, place, tokenReader } from '@tereze/credentials'
import { seals } from '@tereze/documents'
import {
  consentLine,
  createAsking,
  createNationalLine,
  createOutsideLine,
  httpConsentLine,
  httpPeerLine,
  messageLogSigner,
  messageWitnesses,
  type NationalPlace,
  nationalLine,
  outsideLine,
  ownConsentLine,
  peerLine,
  revocationLine,
} from '@tereze/exchange'
import { type Answer, asking, type Question } from '@tereze/exchange/contract'
import type { Database } from '@tereze/foundation-database'
import { createDispatcher, type Dispatcher, type Subscription } from '@tereze/foundation-events'
import {
  type Files,
  fileStore,
  noVirusCheck,
  sealedBlobStore,
  sealedBlobs,
  type VirusCheck,
  virusCheck,
} from '@tereze/foundation-files'
import { createOutgoing } from '@tereze/foundation-http'
import { createPoller, type Poller, runDue } from '@tereze/foundation-jobs'
import { createKeys, type Keys, keyLogSigner, keyring, type MasterKey } from '@tereze/foundation-keys'
import {
  type Binding,
  bind,
  type Clock,
  createPorts,
  createRunner,
  type Ids,
  type Module,
  type Runner,
} from '@tereze/foundation-operations'
import type { Telemetry } from '@tereze/foundation-telemetry'
import { httpWitnessLine, type WitnessLine } from '@tereze/foundation-witness'
import {
  createIdentity,
  type DemoSignIn,
  findTravels,
  type Identity,
  type NetworkPlaces,
  roleGiving,
  rolesApart,
  type SharedSecret,
  sharedSecrets,
} from '@tereze/identity'
import type { Messages } from '@tereze/messages'
import { portal } from '@tereze/notifications/contract'
import { createVisits } from '@tereze/reception'
import { personsBySearch, personsOfRecords, registerPackages } from '@tereze/registers'
import { otherRegisters } from '@tereze/registers/contract'
import { regulationKeeper as lives } from '@tereze/regulations'
import {
  authorityLine,
  type Confirmations,
  confirmations,
  createSignatory,
  demoPowersRegistry,
  httpClock,
  organisationSeals,
  outsideClock,
  powersRegistry,
  signers,
} from '@tereze/signatures'
import { regulationKeeper, serviceFigures, versionFigures } from '@tereze/studio/contract'
import { recordPersons, sealedLines, signInTravels } from '@tereze/vigilance'
import { createAgreements } from './agreements.ts'
import { createCertificateHolders } from './certificate-holders.ts'
import { createCodeLine } from './code-line.ts'
import { modules as allModules } from './modules.ts'
import { supports } from './package-supports.ts'
import { passkeyConfirmations } from './passkey-confirmations.ts'
import { createPeople } from './people.ts'
import { policyOf } from './policy-of.ts'
import { createPrincipalsOf } from './principals-of.ts'
import { createRepresentation } from './representation.ts'
import { declaredGiving } from './role-giving.ts'
import { figuresOfCases } from './service-figures.ts'
import { figuresOfVersions } from './version-figures.ts'
import { createWalletIssuers } from './wallet-issuers.ts'
import { readWords } from './words.ts'

/** The formats of packages belong to the platform, whichever content it runs. */
const formats = fileURLToPath(new URL('../../../../content/format', import.meta.url))

/** What a platform is composed of. */
export interface PlatformParts {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly master: MasterKey
  readonly files: Files
  /** Looks for viruses in files that come in; none unless given. */
  readonly virusCheck?: VirusCheck
  readonly telemetry: Telemetry
  readonly origin: string
  /** Implementations of the ports that talk to the outside: bank, mail, SMS, pictures, contacts, accounts … */
  readonly bindings: readonly Binding[]
  /** `host:port` of other installations in the own network, which messages may go to; none unless given. */
  readonly privatePeers?: readonly string[]
  /** Address of an outside time-stamping authority; the own clock stamps without one. */
  readonly timestampUrl?: string | null
  /** What the installation is for, and whose releases it takes; one for development unless given. */
  readonly installation?: Installation
  /** Databases and folders of members, by name. */
  readonly outsideSystems?: readonly string[]
  /** `name=https://…` of consent services. */
  readonly consentServices?: readonly string[]
  /** `https://address#verifier-key` of witnesses of the audit logs. */
  readonly witnesses?: readonly string[]
  /** Connections to national exchanges. */
  readonly nationalPlaces?: readonly NationalPlace[]
  /** Zone in which pages of the sign-in tell times; UTC unless given. */
  readonly zone?: string
  /** How many one-time codes may be sent to telephones in an hour; none unless given. */
  readonly smsCodesPerHour?: number
  /** Says about where networks are; nobody knows unless given. */
  readonly networkPlaces?: NetworkPlaces | null
  /** For how many days it is kept from what network people signed in; not at all unless given. */
  readonly signInTraceDays?: number
  /** The demo's sign-in; null everywhere else. */
  readonly demoSignIn: ((parts: { runner: () => Runner; packages: PackageSet }) => DemoSignIn) | null
  readonly secrets?: readonly SharedSecret[]
  /** Modules beside those of the platform: the server's own pages. */
  readonly modules?: readonly Module[]
  /** Who confirms signatures by passkey; identity unless given, as in stories. */
  readonly confirmations?: Confirmations
  /** Stands between the platform and the exchange's answers; for stories, which tell some of them. */
  readonly answers?: (ask: Ask) => Ask
  /** Told of each error of a reaction or job as it is. Logs name only its place: a message may quote somebody's data. */
  readonly onError?: (error: unknown) => void
}

/** One question of one organisation to another. */
export type Ask = (question: Question) => Promise<Answer>

/** A platform without a door: operations, events and jobs on a database. */
export interface Platform {
  readonly runner: Runner
  readonly modules: readonly Module[]
  readonly dispatcher: Dispatcher
  readonly poller: Poller
  readonly keys: Keys
  readonly packages: PackageSet
  /** Takes up what other nodes publish, while it is started. */
  readonly releases: ReleaseWatch
  readonly identity: Identity
  readonly messages: Messages
  /** Lets subscribers react and jobs run until nothing is left to do now. */
  settle(): Promise<void>
}

/** The lines to the witnesses. @throws Error naming a place whose key is none. */
function witnessLines({ witnesses: places = [], privatePeers = [] }: PlatformParts): WitnessLine[] {
  const outgoing = createOutgoing({ privateHosts: privatePeers })
  return places.map(place => {
    const line = httpWitnessLine(place, outgoing)
    if (line === null) throw new Error(`"${place}" is no witness: its verifier key is none`)
    return line
  })
}

/** The classifier of powers as the published content has it. */
function powersOf(set: PackageSet): { scheme(): PowerScheme } {
  let known: { hash: string; scheme: PowerScheme } | null = null
  return {
    scheme() {
      const [pack] = set.list('access')
      const file = pack?.json.get('powers.json')
      if (pack === undefined || file === undefined) throw new Error('no classifier of powers is published')
      if (known?.hash !== pack.hash) {
        const codes = (file.codes as { title: string }[]).map(entry => ({
          ...entry,
          title: { ...textOf(pack, entry.title.replace(/^message:/, '')) },
        }))
        known = { hash: pack.hash, scheme: { ...file, codes } as unknown as PowerScheme }
      }
      return known.scheme
    },
  }
}

/** Composes the platform. Nothing runs until `dispatcher.start()` and `poller.start()`. */
export async function composePlatform(parts: PlatformParts): Promise<Platform> {
  const { database, clock, ids, telemetry, origin } = parts
  const keys = createKeys({ master: parts.master, now: () => clock.now() })
  await keys.checkMasterKey(database)
  const set = await loadPackages(database, keys)
  const auditor = createAuditor(keys)
  let running: Runner | null = null
  const runner = (): Runner => {
    if (running === null) throw new Error('the platform is not composed yet')
    return running
  }
  const modules = [...allModules, ...(parts.modules ?? [])]
  const ties = createRepresentation({ runner, packages: set, now: () => clock.now() })
  const people = createPeople(ties)
  const messages = await readWords(modules, set)
  const policies = policyOf(set)
  const powers = powersOf(set)
  const principalsOf = createPrincipalsOf(runner)
  const identity = await createIdentity({
    database,
    clock,
    ids,
    keys,
    auditor,
    messages,
    origin,
    demoSignIn: parts.demoSignIn?.({ runner, packages: set }) ?? null,
    personNames: people,
    codeLine:
      parts.smsCodesPerHour === undefined || parts.smsCodesPerHour === 0
        ? null
        : createCodeLine({
            job: () => runner().jobContext('identity.code-line'),
            messages,
            origin,
            mostInAnHour: parts.smsCodesPerHour,
          }),
    certificates: createCertificateHolders(people, principalsOf),
    systems: sharedSecrets(parts.secrets ?? []),
    homes: { person: '/', official: '/workplace/' },
    issuers: createWalletIssuers({ runner, packages: set, origin }),
    mayActFor: async (person, principal) => (await principalsOf(person)).includes(principal),
    zone: parts.zone ?? 'UTC',
    networkPlaces: parts.networkPlaces ?? null,
    tracesKeptDays: parts.signInTraceDays ?? 0,
    outgoing: createOutgoing({ privateHosts: parts.privatePeers ?? [] }),
    onError: error => telemetry.log.warn({ error: error.name }, 'OpenID provider'),
  })
  // To authorities of certificates, whose answers are signed themselves.
  const plainly = createOutgoing({ privateHosts: parts.privatePeers ?? [], plain: true })
  const real = createAsking({ runner, job: () => runner().jobContext('exchange.ask') })
  const lines = witnessLines(parts)
  const ports = createPorts([
    bind(packages, set),
    bind(installation, parts.installation ?? { environment: 'development', releaseKeys: null }),
    bind(packageSupports, [registerPackages, credentialPackages]),
    bind(packageDesk, createPackageDesk({ formats: () => readFormats(formats), supports, set })),
    bind(serviceFigures, figuresOfCases),
    bind(versionFigures, figuresOfVersions),
    bind(keyring, keys),
    bind(fileStore, parts.files),
    bind(sealedBlobStore, sealedBlobs({ files: parts.files, master: parts.master })),
    bind(virusCheck, parts.virusCheck ?? noVirusCheck()),
    bind(logSigner, keyLogSigner(keys, new URL(origin).host, 'audit')),
    bind(witnesses, lines),
    bind(messageWitnesses, lines),
    bind(signInTravels, { find: findTravels }),
    bind(sealedLines, { sizes: listSizes, from: listLinesFrom, find: listLinesOf, lookedAt: listLookedAt }),
    bind(recordPersons, { ofRecords: personsOfRecords, bySearch: personsBySearch }),
    bind(
      peerLine,
      httpPeerLine({
        job: () => runner().jobContext('exchange.peer-line'),
        outgoing: createOutgoing({ privateHosts: parts.privatePeers ?? [] }),
      }),
    ),
    bind(
      outsideLine,
      createOutsideLine({
        job: () => runner().jobContext('exchange.outside-line'),
        outgoing: createOutgoing({ privateHosts: parts.privatePeers ?? [] }),
        systems: parts.outsideSystems ?? [],
      }),
    ),
    bind(
      nationalLine,
      createNationalLine({
        job: () => runner().jobContext('exchange.national-line'),
        outgoing: createOutgoing({ privateHosts: parts.privatePeers ?? [] }),
        places: parts.nationalPlaces ?? [],
      }),
    ),
    bind(
      consentLine,
      ownConsentLine({
        runner,
        outside: httpConsentLine({
          job: () => runner().jobContext('exchange.consent-line'),
          outgoing: createOutgoing({ privateHosts: parts.privatePeers ?? [] }),
          services: parts.consentServices ?? [],
        }),
      }),
    ),
    bind(authorityLine, plainly),
    bind(revocationLine, plainly),
    bind(outsideClock, parts.timestampUrl == null ? null : httpClock({ outgoing: plainly, url: parts.timestampUrl })),
    bind(powersRegistry, parts.demoSignIn === null ? null : demoPowersRegistry),
    bind(seals, organisationSeals),
    bind(signers, { numbersOf: people.numbersOf, findByNumber: people.findByKind, nameOf: identity.nameOf }),
    bind(confirmations, parts.confirmations ?? passkeyConfirmations),
    bind(regulationKeeper, lives),
    bind(place, { origin, authorizationServer: `${origin}/oidc` }),
    bind(portal, { origin }),
    bind(tokenReader, { read: identity.readWalletToken }),
    bind(messageLogSigner, keyLogSigner(keys, new URL(origin).host, 'exchange-log')),
    bind(policySource, policies),
    bind(representation, ties),
    bind(powerScheme, powers),
    bind(agreements, createAgreements(set)),
    bind(roleGiving, declaredGiving(set)),
    bind(rolesApart, { findClash: roles => findClash(readyPolicy(policies), roles) }),
    bind(asking, { ask: parts.answers?.(real.ask) ?? real.ask }),
    bind(otherRegisters, { ask: question => (parts.answers?.(real.ask) ?? real.ask)({ ...question, case: null }) }),
    ...identity.bindings,
    ...parts.bindings,
  ])
  const wake = () => {
    dispatcher.wake()
    poller.wake()
  }
  const onJobFailure = (job: string, error: unknown) => {
    telemetry.log.error({ job, stack: placeOf(error) }, 'a job failed')
    parts.onError?.(error)
  }
  running = createRunner({
    database,
    modules,
    clock,
    ids,
    ports,
    authoriser: createAuthoriser({
      policySource: policies,
      representation: ties,
      powerScheme: powers,
      clock,
      visits: createVisits({ packages: set, clock }),
    }),
    auditor,
    signatory: createSignatory({ keys, clock }),
    onAnnounced: wake,
    onJobFailure,
  })
  const subscriptions = modules.flatMap(({ subscribers }) =>
    subscribers.map(
      (subscriber): Subscription => ({
        name: subscriber.name,
        types: subscriber.on.map(({ type }) => type),
        tenant: event => subscriber.tenant(event, ports),
        react: async (event, tx) => {
          await runner().react(subscriber, event, tx)
          tx.onCommit(() => poller.wake())
        },
      }),
    ),
  )
  const dispatcher = createDispatcher({
    database,
    subscriptions,
    now: () => clock.now(),
    onFailure: (failure, error) => {
      telemetry.log.error({ ...failure, stack: placeOf(error) }, 'a reaction failed')
      parts.onError?.(error)
    },
  })
  const jobs = modules.flatMap(module => module.jobs)
  const jobContext = (job: string) => runner().jobContext(job)
  const poller = createPoller(jobs, jobContext, onJobFailure)
  return {
    runner: running,
    modules,
    dispatcher,
    poller,
    keys,
    packages: set,
    releases: watchReleases({ database, keys, set, onFailure: error => onJobFailure('catalogue.releases', error) }),
    identity,
    messages,
    async settle() {
      for (let before = -1, after = 0; before !== after; ) {
        before = after
        await dispatcher.settle()
        after += await runDue(jobs, jobContext)
        after += await dispatcher.drain()
      }
    },
  }
}

/** Name and place of an error, without its message, which may quote somebody's data. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const lines = (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at '))
  return [error.name, ...lines.slice(0, 10)].join('\n')
}
