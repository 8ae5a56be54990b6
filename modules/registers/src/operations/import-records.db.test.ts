import { rows, sql } from '@tereze/foundation-database'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { findRecords, importRecords } from '../contract/index.ts'
import { keeper, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const id = (number: number) => `vessel_01960000-0000-7000-8000-${String(number).padStart(12, '0')}`
const one = (number: number, data: object = {}) => ({
  record: id(number),
  validFrom: '2020-01-01',
  data: { name: `Vessel ${number}`, port: 'north', status: 'afloat', tons: number, ...data },
})
const load = (records: ReturnType<typeof one>[], more = {}) =>
  platform.run(
    importRecords,
    { organisation: 'transport', register: 'vessels', import: 'batch-1', records, ...more },
    keeper,
  )
const count = async () => {
  const [row] = await rows(
    platform.database,
    sql<{ records: number; keys: number }>`select (select count(*) from registers.records) as records,
      (select count(*) from registers.keys) as keys`,
  )
  return row
}

describe('import-records', () => {
  it('loads a batch in any status, gives identifiers, and tells once', async () => {
    expect(await load(Array.from({ length: 100 }, (_, n) => one(n)))).toEqual({ count: 100 })
    expect(await count()).toEqual({ records: 100, keys: 100 })
    await platform.settle()
    expect(await platform.listEvents()).toEqual([])
    expect(await platform.listEvents('registers.records-imported', 'registers.record-registered')).toMatchObject([
      { subject: 'batch-1', data: { register: 'vessels', import: 'batch-1', count: 100 } },
    ])
    const found = await platform.run(
      findRecords,
      { organisation: 'transport', register: 'vessels', where: { tons: 42 } },
      keeper,
    )
    if (isRefused(found)) throw new Error(found.code)
    expect(found.items).toMatchObject([
      {
        record: id(42),
        version: 1,
        validFrom: '2020-01-01',
        data: { number: expect.stringMatching(/^DV-/) },
        source: { kind: 'import', reference: 'batch-1', organisation: 'transport' },
      },
    ])
  })

  it.each([
    ['a wrong record', [one(201), one(202, { name: '' })], 'registers.record-invalid', '/records/1'],
    ['a key that is held', [one(201), one(202, { name: 'Vessel 1' })], 'registers.record-exists', '/records/1'],
    ['a key twice', [one(201), one(202, { name: 'Vessel 201' })], 'registers.record-exists', '/records/1'],
    ['an id that is taken', [one(201), one(1, { name: 'New' })], 'registers.record-exists', '/records/1'],
    ['an id twice', [one(201), one(201, { name: 'Other' })], 'registers.record-exists', '/records/1'],
  ])('loads nothing of a batch with %s', async (_, records, code, pointer) => {
    const before = await count()
    expect(await load(records)).toMatchObject({ code, pointer })
    expect(await count()).toEqual(before)
  })

  it('knows only registers of the organisation', async () => {
    expect(await load([one(300)], { register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
