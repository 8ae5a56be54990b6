import { rows, sql } from '@tereze/foundation-database'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { getRecord, registerRecord } from '../contract/index.ts'
import { keeper, owner, registersPlatform, source } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const given = (data: Record<string, unknown>, more = {}) => ({
  organisation: 'transport',
  register: 'vessels',
  data,
  source,
  ...more,
})
const register = (data: Record<string, unknown>, more = {}) => platform.run(registerRecord, given(data, more), keeper)
const nothing = 'vessel_01960000-0000-7000-8000-0000000000aa'

describe('register-record', () => {
  it('keeps the record with its source, valid from the legal date of its owner, and tells in thin words', async () => {
    platform.clock.set('2026-03-02T20:00:00.000Z')
    const added = await register({ name: 'Ada', status: 'built', owner: owner(1) })
    if (isRefused(added)) throw new Error(added.code)
    expect(added.record).toMatch(/^vessel_/)
    expect(platform.audited.at(-1)).toMatchObject({ subjects: [owner(1)], outcome: 'done', tenant: 'transport' })
    const wanted = { organisation: 'transport', register: 'vessels', record: added.record }
    expect(await platform.run(getRecord, wanted, keeper)).toEqual({
      ...wanted,
      version: 1,
      data: { name: 'Ada', status: 'built', owner: owner(1) },
      validFrom: '2026-03-03',
      validTo: null,
      recordedAt: '2026-03-02T20:00:00.000Z',
      source,
      kind: 'change',
      reason: null,
      recordedBy: keeper.id,
      approvedBy: null,
      withheld: [],
      keptUntil: null,
    })
    await platform.settle()
    expect(await platform.listEvents('registers.record-registered')).toMatchObject([
      { subject: added.record, data: { register: 'vessels', record: added.record, version: 1 }, tenant: 'transport' },
    ])
  })

  it('names every wrong field and keeps nothing', async () => {
    const before = await rows(platform.database, sql`select id from registers.records`)
    expect(await register({ name: '', status: 'flying', wings: 2 })).toMatchObject({
      code: 'registers.record-invalid',
      also: expect.arrayContaining([
        expect.objectContaining({ pointer: '/name', code: 'field.too-short' }),
        expect.objectContaining({ pointer: '/status', code: 'field.not-listed' }),
        expect.objectContaining({ pointer: '/wings', code: 'field.unknown' }),
      ]),
    })
    expect(await rows(platform.database, sql`select id from registers.records`)).toEqual(before)
  })

  it('knows only registers of the organisation', async () => {
    expect(await register({}, { register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
    expect(await register({}, { organisation: 'health' })).toMatchObject({ code: 'registers.register-not-found' })
  })

  it('begins with the initial status', async () => {
    expect(await register({ name: 'Late', status: 'sunk' })).toMatchObject({
      code: 'registers.record-invalid',
      also: [{ pointer: '/status', code: 'field.first-not-possible' }],
    })
  })

  it('looks up references to records of the same owner only', async () => {
    const berth = await platform.add({ place: 'north quay' }, 'berths')
    expect(isRefused(await register({ name: 'Moored', status: 'built', berth, owner: owner(9) }))).toBe(false)
    expect(await register({ name: 'Adrift', status: 'built', berth: nothing })).toMatchObject({
      code: 'registers.record-invalid',
      also: [{ pointer: '/berth', code: 'field.reference-unknown' }],
    })
  })

  it('takes an id that the caller chose, once', async () => {
    const record = 'vessel_01960000-0000-7000-8000-000000000007'
    expect(await register({ name: 'Chosen', status: 'built' }, { record })).toEqual({ record, version: 1 })
    expect(await register({ name: 'Other', status: 'built' }, { record })).toMatchObject({
      code: 'registers.record-exists',
      pointer: '/record',
    })
  })

  it('lets one of many simultaneous claims of an id through', async () => {
    const record = 'vessel_01960000-0000-7000-8000-000000000008'
    const tries = await Promise.all(
      Array.from({ length: 4 }, (_, n) => register({ name: `Twin ${n}`, status: 'built' }, { record })),
    )
    expect(tries.map(tried => (isRefused(tried) ? tried.code : 'done')).sort()).toEqual([
      'done',
      ...Array(3).fill('registers.record-exists'),
    ])
  })

  describe('unique keys', () => {
    it('are claimed once, also by many at the same time', async () => {
      const tries = await Promise.all(
        Array.from({ length: 6 }, () => register({ name: 'Same', port: 'north', status: 'built' })),
      )
      const refused = tries.filter(isRefused)
      expect(refused).toHaveLength(5)
      for (const { code, pointer, params } of refused) {
        expect({ code, pointer, params }).toEqual({
          code: 'registers.record-exists',
          pointer: '/data/name',
          params: { key: 'name' },
        })
      }
      expect(isRefused(await register({ name: 'Same', port: 'south', status: 'built' }))).toBe(false)
    })

    it('do not count where a part has no value', async () => {
      expect(isRefused(await register({ name: 'Portless', status: 'built' }))).toBe(false)
      expect(isRefused(await register({ name: 'Portless', status: 'built' }))).toBe(false)
    })

    it('over a secret value are kept as a blind index', async () => {
      await platform.add({ name: 'Hidden', status: 'built', hull: 'HULL-4711' })
      const kept = await rows(platform.database, sql`select value from registers.keys where key = 'hull'`)
      expect(kept).toHaveLength(1)
      expect(JSON.stringify(kept)).not.toContain('4711')
      expect(await register({ name: 'Copy', status: 'built', hull: 'HULL-4711' })).toMatchObject({
        code: 'registers.record-exists',
        pointer: '/data/hull',
      })
    })

    it('that were free are not kept by a record that was refused for another', async () => {
      await platform.add({ name: 'Taken', port: 'east', status: 'built' })
      expect(await register({ name: 'Taken', port: 'east', status: 'built', hull: 'FREE' })).toMatchObject({
        code: 'registers.record-exists',
      })
      expect(isRefused(await register({ name: 'Free', port: 'east', status: 'built', hull: 'FREE' }))).toBe(false)
    })
  })
})
