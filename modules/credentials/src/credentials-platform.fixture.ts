/** The module on a real database with the documents that its credentials are made of, and a wallet of its own. */

import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { type PackageKind, packages } from '@tereze/catalogue/contract'
import { documents, seals } from '@tereze/documents'
import { issueDocument, pictures } from '@tereze/documents/contract'
import { diskFiles, fileStore } from '@tereze/foundation-files'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, person, system, testPlatform } from '@tereze/foundation-testing'
import { notifications } from '@tereze/notifications'
import { channels, contacts, demoBox, gatewaySecret, mail, sms } from '@tereze/notifications/contract'
import { type Actor, type InputOf, isRefused, type Operation, type OutputOf } from '@tereze/operation'
import { organisationSeals, outsideClock, signatures } from '@tereze/signatures'
import { createWallet, type Wallet } from '../../../examples/wallet/wallet.mjs'
import { askToShow, giveNonce, issueCredential } from './contract/index.ts'
import { credentials } from './index.ts'
import { place } from './ports/place.ts'
import { tokenReader } from './ports/token-reader.ts'

/** Where the platform of these tests is. */
export const origin = 'https://services.example'
/** Identifier of the issuer of these tests. */
export const issuer = `${origin}/credentials/civil-registry`

const document = {
  format: 1,
  id: 'certificate',
  kind: 'result',
  type: 'urn:tereze:document:certificate',
  languages: 'authentic',
  title: 'message:title',
  subjects: ['= child.id'],
  data: { child: '= child', number: '= number' },
  signedBy: { organisation: 'org:civil-registry' },
  proves: [{ label: 'message:number', value: '= number' }],
  body: [{ heading: 'message:title' }],
}
const claim = (path: string[], value: string, label: string) => ({
  path,
  value,
  label: `message:${label}`,
  concept: `concept:${label}`,
})
const credential = {
  format: 1,
  id: 'birth-certificate',
  document: 'certificate',
  title: 'message:title',
  summary: 'message:title',
  days: 365,
  colours: { background: '#0b5a4a', text: '#ffffff' },
  claims: [
    claim(['child', 'given_name'], '= child.name.given', 'given'),
    claim(['child', 'family_name'], '= child.name.family', 'family'),
    claim(['child', 'patronymic'], '= child.name.patronymic', 'patronymic'),
    claim(['act_number'], '= number', 'number'),
  ],
}
const words = {
  title: 'Certificate',
  number: 'Number',
  given: 'Given name',
  family: 'Family name',
  patronymic: 'Patronymic',
}

/** What the health organisation of these tests asks, and what the registry itself asks. */
export const kind = 'attachment/child'

/** The notice of what a wallet took, as it is published. */
const given = readFileSync(new URL('../../../content/access/notices/credential-given.md', import.meta.url), 'utf8')

/** The packages of these tests. */
export function content() {
  const set = createPackageSet()
  const add = (of: PackageKind, id: string, files: Record<string, unknown>) => {
    const texts = Object.entries(files).map(([path, file]) => [
      path,
      typeof file === 'string' ? file : JSON.stringify(file),
    ])
    set.add(openPackage({ kind: of, id, version: '1.0.0', hash: id, folder: id, files: Object.fromEntries(texts) }))
  }
  const inAll = { 'messages/en.json': words, 'messages/ru.json': words, 'messages/kk.json': words }
  add('service', 'birth', {
    'service.json': { id: 'birth', owner: 'org:civil-registry' },
    'documents/certificate.document.json': document,
    'documents/plain.document.json': { ...document, id: 'plain' },
    'credentials/birth-certificate.credential.json': credential,
    ...inAll,
  })
  add('service', 'attachment', {
    'service.json': { id: 'attachment', owner: 'org:health' },
    'presentations/child.presentation.json': {
      format: 1,
      id: 'child',
      title: 'message:title',
      purpose: 'message:title',
      credential: 'credential:birth-certificate',
      claims: [['child', 'given_name'], ['act_number']],
    },
    ...inAll,
  })
  add('access', 'access', { 'notices/credential-given.md': given })
  const organisation = { jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'registry' }
  const names = { 'civil-registry.name': 'Civil Registry', 'health.name': 'Health' }
  add('organisation', 'organisations', {
    'civil-registry.json': { id: 'civil-registry', ...organisation },
    'health.json': { id: 'health', ...organisation },
    'messages/en.json': names,
    'messages/ru.json': names,
    'messages/kk.json': names,
  })
  return set
}

/** Whose results they are. */
export const mother = person({ language: 'kk' })
/** Somebody else. */
export const stranger = person({ id: 'person_01960000-0000-7000-8000-000000000009' })
/** Who asks to be shown. */
export const nurse = official({ organisation: 'health' })
/** The platform in the registry. */
export const registry = system({ id: 'system:cases', organisation: 'civil-registry', roles: ['platform'] })

/** How a result differs from the usual one. */
export interface Issued {
  readonly template?: string
  readonly replaces?: string
  readonly given?: string
}

/** The n-th result for the mother. */
export function resultOf(n: number, { template = 'certificate', replaces, given = 'Айсұлу' }: Issued = {}) {
  return {
    organisation: 'civil-registry',
    service: 'birth',
    version: '1.0.0',
    template,
    person: mother.id,
    case: 'case_1',
    data: { child: { id: 'person_2', name: { family: 'Алтынова', given } }, number: `A-${n}` },
    key: `key-${n}`,
    languages: ['kk' as const],
    ...(replaces === undefined ? {} : { replaces }),
  }
}

/** Ports for tests that let nobody have a token. */
const noTokens = { read: async () => null }

/** Everybody is written to in the cabinet alone. */
export const outsideWorld = [
  bind(contacts, {
    find: async (_, id) =>
      id === mother.id ? { person: id, language: 'kk' as const, email: null, phone: null } : null,
    findByPhone: async () => [],
  }),
  bind(mail, { send: async () => 'rejected' as const }),
  bind(sms, { send: async () => 'rejected' as const }),
  bind(gatewaySecret, { secret: null }),
  bind(channels, { open: ['email', 'sms'] as const }),
  bind(demoBox, { open: false }),
]

/** The module on a database of its own. */
export async function credentialsPlatform() {
  const clock = fixedClock()
  const set = content()
  const keys = createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: clock.now })
  const platform = await testPlatform({
    modules: [signatures, documents, notifications, credentials],
    migrations: [keysMigrations],
    clock,
    bindings: [
      bind(packages, set),
      bind(keyring, keys),
      bind(fileStore, diskFiles({ folder: tmpdir() })),
      bind(pictures, { draw: async () => new Uint8Array() }),
      bind(seals, organisationSeals),
      bind(outsideClock, null),
      ...outsideWorld,
      bind(place, { origin, authorizationServer: `${origin}/oidc` }),
      bind(tokenReader, noTokens),
    ],
  })
  async function needed<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<OutputOf<O>> {
    const value = await platform.run(definition, input, actor)
    if (isRefused(value)) throw new Error(value.code)
    return value as OutputOf<O>
  }
  const wallet: Wallet = await createWallet({ now: () => clock.now() })
  let issued = 0

  /** Issues a result to the mother. */
  async function issue(change: Issued = {}) {
    issued += 1
    // Ids are in order of time: what comes later is newer.
    clock.advance({ seconds: 1 })
    const input = resultOf(issued, change)
    return (await needed(issueDocument, input, registry)).document
  }

  /** What a wallet sends to have a result, by proofs of its key. */
  async function request(
    change: Partial<InputOf<typeof issueCredential>> = {},
  ): Promise<InputOf<typeof issueCredential>> {
    const { nonce } = await needed(giveNonce, { organisation: 'civil-registry' }, mother)
    return {
      organisation: 'civil-registry',
      person: mother.id,
      type: 'birth-certificate',
      document: null,
      within: null,
      proofs: [await wallet.prove({ issuer, nonce })],
      client: null,
      ...change,
    }
  }

  /** A credential in the wallet. */
  async function fetchCredential(of: string): Promise<string> {
    clock.advance({ seconds: 1 })
    const { credentials: given } = await needed(issueCredential, await request({ document: of }), mother)
    return given[0] ?? ''
  }

  /** A question to the wallet, as it opened it. */
  async function ask(change: Partial<InputOf<typeof askToShow>> = {}) {
    const asked = await needed(askToShow, { organisation: 'health', kind, ...change }, nurse)
    const at = new URL(new URL(asked.link).searchParams.get('request_uri') ?? '')
    return { ...asked, state: at.pathname.split('/').at(-1) ?? '' }
  }

  /** Signs anything as the registry, for credentials that no issuer in its right mind gives. */
  function sign(payload: object, typ = 'dc+sd-jwt', organisation = 'civil-registry'): Promise<string> {
    return platform.database.transaction(organisation, async tx =>
      (await keys.signer(tx, 'seal')).sign(JSON.stringify(payload), typ),
    )
  }

  return { ...platform, sign, packages: set, wallet, needed, issue, request, fetchCredential, ask }
}
