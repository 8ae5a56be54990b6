/** Keys and organisations for tests of seals. */
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind, type ProtocolContext } from '@tereze/foundation-operations'
import { fixedClock, official, type TestPlatform, testPlatform } from '@tereze/foundation-testing'
import { anonymous, isRefused, systemActor } from '@tereze/operation'
import { certifySeal, foundAuthority, type Seal } from './contract/index.ts'
import { outsideClock, signatures } from './index.ts'

/** Where lists of revoked seals are. */
export const revocations = 'https://services.example/signatures/revoked.crl'

/** Something to be signed with a seal. */
export const thing = {
  subject: 'document_1',
  number: 'ABCD-1234',
  title: { en: 'Birth certificate', ru: 'Свидетельство о рождении', kk: 'Туу туралы куәлік' },
}

/** The platform acting for an organisation. */
export const platformOf = (organisation: string) => systemActor('signatures', organisation)

/** An official of an organisation who revokes its seals; what they do counts as signed. */
export const revokerOf = (organisation: string) => official({ organisation, roles: ['integrator'] })

/** The module with real keys and one organisation, `health`. */
export async function sealsPlatform(): Promise<
  TestPlatform & {
    found(): Promise<void>
    certify(): Promise<Seal>
    /** A visitor's request at this moment. */
    context(): ProtocolContext
  }
> {
  const clock = fixedClock()
  const set = createPackageSet()
  const names = { 'health.name': 'Health' }
  const files = {
    'health.json': { id: 'health', jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'agency' },
    'messages/en.json': names,
    'messages/ru.json': names,
    'messages/kk.json': { 'health.name': 'Денсаулық' },
  }
  const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
  set.add(
    openPackage({
      kind: 'organisation',
      id: 'organisations',
      version: '1.0.0',
      hash: 'organisations',
      folder: 'organisations',
      files: Object.fromEntries(texts),
    }),
  )
  const platform = await testPlatform({
    modules: [signatures],
    migrations: [keysMigrations],
    signatory: { find: async () => ({ kind: 'advanced' }) },
    clock,
    bindings: [
      bind(packages, set),
      bind(outsideClock, null),
      bind(keyring, createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: clock.now })),
    ],
  })
  const actor = anonymous()
  return Object.assign(platform, {
    context: (): ProtocolContext => ({
      ...platform.runner.surroundings(actor, 'correlation', null),
      origin: 'https://services.example',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? actor),
    }),
    async found() {
      const made = await platform.run(foundAuthority, {}, platformOf('platform'))
      if (isRefused(made)) throw new Error(made.code)
    },
    async certify() {
      const seal = await platform.run(certifySeal, { organisation: 'health', revocations }, platformOf('health'))
      if (isRefused(seal)) throw new Error(seal.code)
      return seal
    },
  })
}
