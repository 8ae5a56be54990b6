import { official, person } from '@tereze/foundation-testing'
import { type Actor, systemActor } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { getRecord } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const record = await platform.add({ name: 'One', status: 'built', owner: owner(3) })
await platform.change(record, 1, { name: 'Two', status: 'built' }, { validFrom: '2026-04-01' })
await platform.change(record, 2, { name: 'Two, corrected', status: 'built' }, { validFrom: '2026-03-20' })
const wanted = { organisation: 'transport', register: 'vessels', record }
const pilot = official({ organisation: 'transport', roles: ['pilot'] })
const surveyor = official({ organisation: 'transport', roles: ['surveyor'] })
const get = (more: object) => platform.run(getRecord, { ...wanted, ...more }, keeper)

describe('get-record', () => {
  it('gives the newest version', async () => {
    expect(await get({})).toMatchObject({ version: 3, data: { name: 'Two, corrected' } })
  })

  it.each([
    ['2026-03-02', 'One', 1],
    ['2026-03-19', 'One', 1],
    ['2026-03-20', 'Two, corrected', 3],
    ['2026-04-01', 'Two, corrected', 3],
  ])('gives what was valid on %s, as it is known today', async (asOf, name, version) => {
    expect(await get({ asOf })).toMatchObject({ version, data: { name } })
  })

  it('writes down whom it is about, and nobody when it finds nothing', async () => {
    await get({ asOf: '2026-03-02' })
    expect(platform.audited.at(-1)).toMatchObject({ operation: getRecord.name, subjects: [owner(3)] })
  })

  it('gives what was known at a moment, right or wrong', async () => {
    const { clock } = platform
    const ship = await platform.add({ name: 'Was', status: 'built' })
    const first = clock.now().toISOString()
    clock.advance({ days: 10 })
    await platform.change(ship, 1, { name: 'Became', status: 'built' }, { validFrom: '2026-03-05' })
    const look = (more: object) => get({ record: ship, ...more })
    expect(await look({ knownAt: first })).toMatchObject({ version: 1, data: { name: 'Was' }, validTo: null })
    expect(await look({ knownAt: first, asOf: '2026-03-06' })).toMatchObject({ version: 1 })
    expect(await look({ asOf: '2026-03-04' })).toMatchObject({ version: 1, validTo: '2026-03-05' })
    expect(await look({ asOf: '2026-03-06' })).toMatchObject({ version: 2, validTo: null })
    expect(await look({ knownAt: '2026-01-01T00:00:00Z' })).toMatchObject({ code: 'registers.record-not-found' })
    clock.advance({ days: -10 })
  })

  it('withholds what no ground of the reader opens, and says which and why', async () => {
    const data = { name: 'Closed', status: 'built', tons: 12, hull: 'H-77', owner: owner(5), launched: '2020-05-01' }
    const ship = await platform.add(data)
    const as = (actor: Actor, more: object = {}) => platform.run(getRecord, { ...wanted, record: ship, ...more }, actor)
    expect(await as(keeper)).toMatchObject({ data, withheld: [], keptUntil: '2030-05-01' })
    const { hull: _hull, ...open } = data
    const withoutHull = {
      pointer: '/hull',
      label: 'bank-secret',
      because: 'label',
      grounds: ['act:ships/3', 'act:ships/4', 'act:ships/4.1', 'act:ships/9'],
    }
    expect(await as(pilot)).toMatchObject({ data: open, withheld: [withoutHull] })
    expect((await as(pilot)) as object).not.toHaveProperty('data.hull')
    const { tons, ...less } = open
    const mine = await as(person({ id: owner(5) }))
    expect(mine).toMatchObject({
      data: { ...less, hull: 'H-77' },
      withheld: [{ pointer: '/tons', label: 'official-use' }],
    })
    expect(await as(surveyor)).toMatchObject({ data: { tons } })
    expect(Object.keys(((await as(surveyor)) as { data: object }).data)).toEqual(['tons'])
    expect(await as(keeper, { under: 'contract:transport.vessels@1' })).toMatchObject({ data: less })
  })

  it('refuses whom no entry of the register names, and tells a stranger nothing', async () => {
    const cook = official({ organisation: 'transport', roles: ['cook'] })
    const as = (actor: Actor, more: object = {}) => platform.run(getRecord, { ...wanted, ...more }, actor)
    expect(await as(cook)).toMatchObject({ code: 'registers.access-not-granted', params: { act: 'see' } })
    expect(await as(official({ roles: ['keeper'] }))).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await as(person({ id: owner(9) }))).toMatchObject({ code: 'registers.record-not-found' })
    expect(await as(surveyor, { knownAt: '2026-05-01T00:00:00Z' })).toMatchObject({ params: { act: 'history' } })
    expect(await as(systemActor('tests', 'transport'))).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await platform.run(getRecord, { ...wanted, under: 'service:unheard-of' }, keeper)).toMatchObject({
      code: 'registers.access-not-granted',
    })
  })

  it('gives an official of any organisation what the register opens for an emergency, when they say that it is one', async () => {
    const ship = await platform.add({ name: 'In need', port: 'North', status: 'built', hull: 'H-99' })
    const doctor = official({ organisation: 'health', roles: ['doctor'] })
    const ask = (more: object) => platform.run(getRecord, { ...wanted, record: ship, ...more }, doctor)
    expect(await ask({})).toMatchObject({ code: 'registers.access-not-granted' })
    const seen = await ask({ emergency: true })
    expect((seen as { data: object }).data).toEqual({ name: 'In need', port: 'North' })
    expect(await ask({ emergency: true, knownAt: '2026-05-01T00:00:00Z' })).toMatchObject({
      params: { act: 'history' },
    })
  })

  it('finds nothing before the record was valid, nor elsewhere', async () => {
    expect(await get({ asOf: '2026-03-01' })).toMatchObject({ code: 'registers.record-not-found' })
    expect(await get({ register: 'berths' })).toMatchObject({ code: 'registers.record-not-found' })
    expect(await get({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
    expect(await get({ organisation: 'health' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
