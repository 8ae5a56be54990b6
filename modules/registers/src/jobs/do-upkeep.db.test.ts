import { createPackageSet, openPackage } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { changeRecord, findRecords, getRecord, listUpkeep, registerRecord } from '../contract/index.ts'
import { registerPackages, registers } from '../index.ts'

const clerk = official({ organisation: 'transport', roles: ['clerk'] })
const source = { kind: 'official' as const, reference: 'letter', organisation: 'transport' }
const set = createPackageSet()
const transport = { id: 'transport', jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'agency' }
const open = (kind: 'register' | 'organisation', id: string, version: string, files: Record<string, unknown>) =>
  openPackage({
    kind,
    id,
    version,
    hash: version,
    folder: id,
    files: Object.fromEntries(Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])),
  })
set.add(open('organisation', 'organisations', '1.0.0', { 'transport.json': transport }))
const card = {
  id: 'pilots',
  owner: 'transport',
  idPrefix: 'pilot',
  access: [{ who: 'role:clerk', may: ['see', 'search', 'list', 'write', 'correct', 'history'], ground: 'act:ships/1' }],
}
const text = { type: 'string' }
const column = (name: string) => ({ name, pointer: `/${name}`, type: 'text' })
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
async function publish(version: string, properties: object, columns: string[], more: Record<string, unknown> = {}) {
  const pack = open('register', 'pilots', version, {
    'register.json': { ...card, indexes: columns.map(column) },
    'data.schema.json': { type: 'object', additionalProperties: false, properties },
    ...more,
  })
  await platform.runner.jobContext('publish').write('platform', context => registerPackages.activate(context, pack))
  set.add(pack)
}
const place = { organisation: 'transport', register: 'pilots' }
const find = async (where: Record<string, string>, more: object = {}) => {
  const found = await platform.run(findRecords, { ...place, where, ...more }, clerk)
  if (isRefused(found)) throw new Error(found.code)
  return found.items.map(({ record }) => record)
}
const upkeep = async () => {
  const shown = await platform.run(listUpkeep, place, clerk)
  if (isRefused(shown)) throw new Error(shown.code)
  return shown.items
}

await publish('1.0.0', { family: text, given: text }, ['family'])
const added = await platform.run(registerRecord, { ...place, data: { family: 'Altyn', given: 'Aru' }, source }, clerk)
if (isRefused(added)) throw new Error(added.code)
const { record } = added
clock.advance({ days: 30 })
const married = { ...place, record, version: 1, data: { family: 'Kumis', given: 'Aru' }, reason: 'married', source }
await platform.run(changeRecord, { ...married, validFrom: '2026-04-01' }, clerk)

describe('do-upkeep', () => {
  it('fills a column that came with a compatible version, for today and for the past', async () => {
    await publish('1.1.0', { family: text, given: text }, ['family', 'given'])
    expect(await find({ given: 'Aru' })).toEqual([])
    await platform.settle()
    expect(await find({ given: 'Aru' })).toEqual([record])
    expect(await find({ given: 'Aru', family: 'Altyn' }, { asOf: '2026-03-15' })).toEqual([record])
    expect(await upkeep()).toMatchObject([
      { work: 'projection', key: '1.1.0', state: 'done', done: 1, total: 1, found: 0 },
    ])
  })

  it('passes records over to an incompatible version by its migration, as new versions, searchable as of both times', async () => {
    clock.advance({ days: 1 })
    const migration = {
      format: 1,
      reason: 'one name',
      set: { '/full': 'given + " " + family' },
      remove: ['/family', '/given'],
    }
    await publish('2.0.0', { full: text }, ['full'], { 'migrations/1-to-2.json': migration })
    await platform.settle()
    expect(await upkeep()).toMatchObject([{ key: '2.0.0', state: 'done', found: 1 }, {}])
    expect(await platform.run(getRecord, { ...place, record }, clerk)).toMatchObject({
      version: 3,
      kind: 'migration',
      reason: 'one name',
      data: { full: 'Aru Kumis' },
      source: { reference: 'migration:pilots@2.0.0' },
    })
    expect(await find({ full: 'Aru Kumis' })).toEqual([record])
    expect(await platform.run(getRecord, { ...place, record, asOf: '2026-03-15' }, clerk)).toMatchObject({ version: 1 })
  })

  it('stops with the reason where a record cannot pass, and leaves it as it was', async () => {
    clock.advance({ days: 1 })
    await publish('3.0.0', { full: { ...text, maxLength: 3 } }, ['full'], {
      'migrations/2-to-3.json': { format: 1, reason: 'short', set: { '/full': 'full' } },
    })
    await platform.settle()
    const [failed] = await upkeep()
    expect(failed).toMatchObject({
      key: '3.0.0',
      state: 'failed',
      failure: expect.stringContaining(`${record} cannot pass`),
    })
    expect(failed?.failure).toContain('/full')
    expect(await platform.run(getRecord, { ...place, record }, clerk)).toMatchObject({ version: 3 })
  })

  it('is not begun where nothing is behind', async () => {
    const before = await upkeep()
    await publish('3.0.1', { full: { ...text, maxLength: 3 } }, ['full'])
    await platform.settle()
    expect(await upkeep()).toEqual(before)
  })
})
