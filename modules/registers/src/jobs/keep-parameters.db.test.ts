import { createPackageSet, openPackage } from '@tereze/catalogue'
import { type PackageKind, packages } from '@tereze/catalogue/contract'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { findRecords, listVersions } from '../contract/index.ts'
import { registerPackages, registers } from '../index.ts'

const set = createPackageSet()
const add = (kind: PackageKind, id: string, version: string, files: Record<string, unknown>) => {
  const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
  const pack = openPackage({
    kind,
    id,
    version,
    hash: `${id}@${version}`,
    folder: id,
    files: Object.fromEntries(texts),
  })
  set.add(pack)
  return pack
}
const parameters = (version: string, ...values: readonly object[]) =>
  add('jurisdiction', 'demo', version, {
    'parameters.json': { parameters: [{ id: 'minimum', name: 'minimum', type: 'money', values }] },
  })
const value = (from: string, amount: string, more: object = {}) => ({
  from,
  value: { amount, currency: 'DMD' },
  ground: 'act:budget/9',
  ...more,
})

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
const register = add('register', 'legal-parameters', '1.0.0', {
  'register.json': {
    owner: 'platform',
    idPrefix: 'parameter',
    keys: [{ name: 'value', pointers: ['/parameter', '/from'] }],
    indexes: [{ name: 'parameter', pointer: '/parameter', type: 'text' }],
    access: [
      { who: 'system', may: ['write', 'correct'], ground: 'act:x/1' },
      { who: 'role:data-steward', may: ['see', 'search', 'history'], ground: 'act:x/1' },
    ],
  },
  'data.schema.json': { type: 'object' },
})
add('organisation', 'organisations', '1.0.0', {
  'platform.json': { id: 'platform', jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'agency' },
})
await platform.runner.jobContext('publish').write('platform', context => registerPackages.activate(context, register))
const steward = official({ organisation: 'platform', roles: ['data-steward'] })
const place = { organisation: 'platform', register: 'legal-parameters' }
async function held() {
  const found = await platform.run(findRecords, { ...place, where: { parameter: 'demo:minimum' } }, steward)
  if (isRefused(found)) throw new Error(found.code)
  return found.items.toSorted((one, other) => String(one.data.from).localeCompare(String(other.data.from)))
}

it('keeps every value of a legal parameter with its clause and its days, and what changed in it', async () => {
  parameters('1.0.0', value('2025-01-01', '100.00', { until: '2025-12-31' }), value('2026-01-01', '120.00'))
  await platform.settle()
  expect((await held()).map(({ data }) => data)).toEqual([
    {
      ...value('2025-01-01', '100.00', { until: '2025-12-31' }),
      parameter: 'demo:minimum',
      name: 'minimum',
      type: 'money',
    },
    { ...value('2026-01-01', '120.00'), parameter: 'demo:minimum', name: 'minimum', type: 'money' },
  ])
  parameters(
    '1.1.0',
    value('2025-01-01', '100.00', { until: '2025-12-31' }),
    value('2026-01-01', '120.00', { until: '2026-12-31' }),
    value('2027-01-01', '140.00'),
  )
  await platform.settle()
  const [first, second, third] = await held()
  expect([first?.version, second?.version, third?.version]).toEqual([1, 2, 1])
  expect(second?.data.until).toBe('2026-12-31')
  const versions = await platform.run(listVersions, { ...place, record: second?.record ?? '' }, steward)
  expect(versions).toMatchObject({ items: [{ reason: 'jurisdiction:demo@1.1.0' }, { data: { from: '2026-01-01' } }] })
  const told = await platform.listEvents('registers.records-imported')
  expect(told.map(({ data }) => data)).toMatchObject([
    { import: 'jurisdiction:demo@1.0.0', count: 2 },
    { import: 'jurisdiction:demo@1.1.0', count: 2 },
  ])
})
