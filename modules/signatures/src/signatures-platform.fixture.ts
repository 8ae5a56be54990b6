/** The module on a real database, with an authority that exists for one test file. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { access, type PowerScheme, powerScheme } from '@tereze/access'
import { representation } from '@tereze/access/contract'
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import type { Outgoing, OutgoingRequest } from '@tereze/foundation-http'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind, type ProtocolContext, type Signatory } from '@tereze/foundation-operations'
import { type CertificateWanted, signatures as library, type SignatureKey } from '@tereze/foundation-signatures'
import { fixedClock, type TestPlatform, testPlatform } from '@tereze/foundation-testing'
import { type Actor, anonymous } from '@tereze/operation'
import { signatures } from './index.ts'
import { authorityLine } from './ports/authority-line.ts'
import { demoPowersRegistry } from './ports/demo-powers-registry.ts'
import { outsideClock } from './ports/outside-clock.ts'
import { type PowersRegistry, powersRegistry } from './ports/powers-registry.ts'
import { confirmations, signers } from './ports/signers.ts'
import { createSignatory } from './signatory.ts'

const day = 86_400_000

/** An account of which no register knows a name. */
export const nobody = 'person_01960000-0000-7000-8000-000000000009'
/** Whose certificate the fixture's authority gives unless told otherwise. */
export const asem = 'person_01960000-0000-7000-8000-000000000001'
/** A firm. */
export const firm = 'organisation_01960000-0000-7000-8000-000000000002'
/** To whom the sample power is given. */
export const delegate = 'person_01960000-0000-7000-8000-000000000003'
const title = { en: '', ru: '', kk: '' }
const scheme: PowerScheme = {
  years: 3,
  codes: ['apply', 'see-cases'].map(code => ({ code, title, permissions: [] })),
  ties: [],
  free: [],
}
const numbers: Readonly<Record<string, readonly { kind: string; value: string }[]>> = {
  [asem]: [{ kind: 'person-number', value: 'DM-2345-6789-A' }],
  [firm]: [{ kind: 'organisation-number', value: 'DMO-2345' }],
  [delegate]: [{ kind: 'person-number', value: 'DM-9876-5432-B' }],
}

/** Somebody with a certificate of the test authority. */
export interface TestSigner {
  readonly key: SignatureKey
  readonly serial: string
}

/** The module with an authority, its revocation service, and people it certified. */
export type SignaturesPlatform = TestPlatform & {
  /** A visitor's request at this moment. */
  context(actor?: Actor): ProtocolContext
  /** What was asked of authorities. */
  readonly asked: OutgoingRequest[]
  /** Certificates that are revoked, by serial, since when; `null` answers nothing. */
  readonly revoked: Map<string, Date> & { silent?: boolean }
  certify(wanted?: Partial<CertificateWanted>): Promise<TestSigner>
  /** An authority that nobody trusts yet, with a person whom it certified. */
  foreign(): Promise<{ readonly certificate: string; readonly fingerprint: string; readonly person: TestSigner }>
}

/** Makes the platform. The authority is one that the jurisdiction trusts with qualified signatures of the policy 1.2.3.4.5. */
export async function signaturesPlatform(
  registry: PowersRegistry | null = demoPowersRegistry,
  signatory?: Signatory,
): Promise<SignaturesPlatform> {
  const clock = fixedClock()
  const now = clock.now()
  const { issue, readCertificate, readOcspRequest, sha256, softwareKey, writeOcspAnswer, writeRevocationList } =
    await library()
  const term = { from: new Date(now.getTime() - 30 * day), until: new Date(now.getTime() + 300 * day) }
  const certify = async (above: SignatureKey | null, wanted: Partial<CertificateWanted>): Promise<TestSigner> => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const der = await issue({
      subject: [{ type: '2.5.4.3', value: 'Test Authority' }],
      publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
      issuer: above ?? softwareKey(privateKey, []),
      use: 'authority',
      ...term,
      ...wanted,
    })
    return {
      key: softwareKey(privateKey, [der, ...(above?.certificates ?? [])]),
      serial: readCertificate(der)?.serial ?? '',
    }
  }
  const authority = await certify(null, {})
  const asked: OutgoingRequest[] = []
  const revoked: SignaturesPlatform['revoked'] = new Map<string, Date>()
  /** Lists of foreign authorities, on which nobody stands. */
  const lists = new Map<string, SignatureKey>()
  const line: Outgoing = {
    async send(request) {
      asked.push(request)
      const lister = lists.get(request.url)
      if (lister !== undefined) {
        const until = new Date(clock.now().getTime() + day)
        const list = await writeRevocationList(lister, [], { from: clock.now(), until })
        return { ok: true, status: 200, headers: {}, body: Buffer.from(list) }
      }
      const question = request.body === undefined ? null : readOcspRequest(request.body as Uint8Array)
      if (question === null || revoked.silent === true) return { ok: false, problem: 'unreachable' }
      const body = await writeOcspAnswer(authority.key, {
        id: question.id,
        revokedAt: revoked.get(question.serial) ?? null,
        from: clock.now(),
        until: new Date(clock.now().getTime() + 3_600_000),
      })
      return { ok: true, status: 200, headers: {}, body: Buffer.from(body) }
    },
  }
  const set = createPackageSet()
  const profile = {
    format: 1,
    jurisdiction: 'demo',
    numbers: [
      { kind: 'person-number', of: 'person', part: '2.5.4.5', pattern: '^PNODM-(DM-.+)$', title: 'message:number' },
      {
        kind: 'organisation-number',
        of: 'organisation',
        part: '2.5.4.97',
        pattern: '^NTRDM-(.+)$',
        title: 'message:number',
      },
    ],
    roles: [{ purpose: '1.3.6.1.5.5.7.3.8', title: 'message:role' }],
    qualified: ['1.2.3.4.5'],
    programs: ['ncalayer'],
    authorities: [
      { certificate: Buffer.from(authority.key.certificates[0] ?? []).toString('base64'), level: 'qualified' },
    ],
  }
  const words = { number: 'Number', role: 'Clock' }
  const attorneyCodes = {
    numbers: [
      { attribute: 'ИННЮЛ', kind: 'organisation-number', pattern: '^(DMO-.+)$' },
      { attribute: 'СНИЛС', kind: 'person-number', pattern: '^(DM-.+)$' },
    ],
    codes: [{ code: 'TEST_APPLY', powers: ['apply', 'see-cases'] }],
  }
  const files = {
    'signatures.json': profile,
    'attorney-codes.json': attorneyCodes,
    'messages/en.json': words,
    'messages/ru.json': words,
    'messages/kk.json': words,
  }
  const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
  set.add(
    openPackage({
      kind: 'jurisdiction',
      id: 'demo',
      version: '1.0.0',
      hash: 'demo',
      folder: 'demo',
      files: Object.fromEntries(texts),
    }),
  )
  const platformCard = { id: 'platform', jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'platform' }
  set.add(
    openPackage({
      kind: 'organisation',
      id: 'organisations',
      version: '1.0.0',
      hash: 'organisations',
      folder: 'organisations',
      files: { 'platform.json': JSON.stringify(platformCard) },
    }),
  )
  const keys = createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: clock.now })
  const platform = await testPlatform({
    modules: [access, signatures],
    clock,
    migrations: [keysMigrations],
    signatory: signatory ?? createSignatory({ keys, clock }),
    bindings: [
      bind(packages, set),
      bind(authorityLine, line),
      bind(outsideClock, null),
      bind(keyring, keys),
      bind(powersRegistry, registry),
      bind(powerScheme, { scheme: () => scheme }),
      bind(representation, {
        today: () => clock.now().toISOString().slice(0, 10),
        tiesOf: async () => [],
        tiesTo: async () => [],
        titleOf: async () => null,
        findPerson: async () => null,
        serviceOfCase: async () => null,
      }),
      bind(signers, {
        numbersOf: async account => numbers[account] ?? [],
        findByNumber: async ({ kind, value }) =>
          Object.keys(numbers).find(one => numbers[one]?.some(own => own.kind === kind && own.value === value)) ?? null,
        nameOf: async account => (account === nobody ? null : 'Әсем Үлгібаева'),
      }),
      // An authenticator that answers with the digest that it was shown.
      bind(confirmations, {
        prepare: async ({ actor }, digest) => (actor.id === nobody ? null : { challenge: digest }),
        confirm: async (_, digest, response) =>
          response.signed === digest ? { passkey: 'passkey_test', publicKey: 'AQID' } : null,
      }),
    ],
  })
  return Object.assign(platform, {
    asked,
    revoked,
    async foreign() {
      const above = await certify(null, { subject: [{ type: '2.5.4.3', value: 'Foreign Authority' }] })
      const list = { revocationLists: 'http://foreign.test/revoked.crl' }
      const person = await certify(above.key, {
        use: 'signing',
        subject: [{ type: '2.5.4.3', value: 'Stranger' }],
        ...list,
      })
      lists.set(list.revocationLists, above.key)
      const [der = new Uint8Array()] = above.key.certificates
      return {
        certificate: Buffer.from(der).toString('base64'),
        fingerprint: Buffer.from(sha256(der)).toString('hex'),
        person,
      }
    },
    context: (actor: Actor = anonymous()): ProtocolContext => ({
      ...platform.runner.surroundings(actor, 'correlation', null),
      origin: 'https://services.example',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? actor),
    }),
    certify: (wanted: Partial<CertificateWanted> = {}) =>
      certify(authority.key, {
        subject: [
          { type: '2.5.4.3', value: 'Әсем Үлгібаева' },
          { type: '2.5.4.5', value: 'PNODM-DM-2345-6789-A' },
        ],
        use: 'signing',
        policies: ['1.2.3.4.5'],
        ocsp: 'http://ocsp.test/',
        ...wanted,
      }),
  })
}
