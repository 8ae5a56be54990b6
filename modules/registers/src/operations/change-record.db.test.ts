import { rows, sql } from '@tereze/foundation-database'
import { costOf } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { getRecord, registerRecord } from '../contract/index.ts'
import { keeper, owner, registersPlatform, source } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const read = async (record: string) => {
  const found = await platform.run(getRecord, { organisation: 'transport', register: 'vessels', record }, keeper)
  if (isRefused(found)) throw new Error(found.code)
  return found
}
const register = (data: Record<string, unknown>) =>
  platform.run(registerRecord, { organisation: 'transport', register: 'vessels', data, source }, keeper)

describe('change-record', () => {
  it('adds a version, keeps the reason, and tells', async () => {
    const record = await platform.add({ name: 'Ada', status: 'built' })
    platform.clock.advance({ days: 1 })
    expect(await platform.change(record, 1, { name: 'Ada II', status: 'built', owner: owner(2) })).toEqual({
      record,
      version: 2,
    })
    expect(await read(record)).toMatchObject({ version: 2, data: { name: 'Ada II' }, validFrom: '2026-03-03' })
    expect(
      await rows(
        platform.database,
        sql`select version, reason, upper_inf(recorded) as current from registers.records where id = ${record} order by version`,
      ),
    ).toEqual([
      { version: 1, reason: null, current: false },
      { version: 2, reason: 'a letter', current: true },
    ])
    await platform.settle()
    expect(await platform.listEvents('registers.record-changed')).toMatchObject([
      { subject: record, data: { register: 'vessels', record, version: 2 } },
    ])
    expect(platform.audited.at(-1)).toMatchObject({ subjects: [owner(2)] })
  })

  it('asks PostgreSQL for five statements in three packets: history, keys, projection and event', async () => {
    const record = await platform.add({ name: 'Cheap', status: 'built', owner: owner(1) })
    const change = (version: number) => platform.change(record, version, { name: `Cheap ${version}`, status: 'built' })
    await change(1)
    expect(await costOf(platform.database, () => change(2))).toEqual({ statements: 5, packets: 3 })
  })

  it('refuses what was read before somebody else changed it', async () => {
    const record = await platform.add({ name: 'Read', status: 'built' })
    await platform.change(record, 1, { name: 'Changed', status: 'built' })
    expect(await platform.change(record, 1, { name: 'Old', status: 'built' })).toMatchObject({
      code: 'registers.record-changed-meanwhile',
      params: { version: 2 },
    })
  })

  it('lets one of many simultaneous changes through', async () => {
    const record = await platform.add({ name: 'Busy', status: 'built' })
    const tries = await Promise.all(
      Array.from({ length: 5 }, (_, n) => platform.change(record, 1, { name: `Busy ${n}`, status: 'built' })),
    )
    expect(tries.map(tried => (isRefused(tried) ? tried.code : 'done')).sort()).toEqual([
      'done',
      ...Array(4).fill('registers.record-changed-meanwhile'),
    ])
    expect((await read(record)).version).toBe(2)
  })

  it('follows the life cycle only forwards', async () => {
    const record = await platform.add({ name: 'Life', status: 'built' })
    expect(await platform.change(record, 1, { name: 'Life', status: 'sunk' })).toMatchObject({
      code: 'registers.record-invalid',
      also: [{ pointer: '/status', code: 'field.change-not-possible', params: { from: 'built', to: 'sunk' } }],
    })
    expect(isRefused(await platform.change(record, 1, { name: 'Life', status: 'afloat' }))).toBe(false)
    expect(isRefused(await platform.change(record, 2, { name: 'Life!', status: 'afloat' }))).toBe(false)
    expect(isRefused(await platform.change(record, 3, { name: 'Life!', status: 'sunk' }))).toBe(false)
    expect(await platform.change(record, 4, { name: 'Life!', status: 'afloat' })).toMatchObject({
      code: 'registers.record-invalid',
    })
  })

  it('gives an identifier when its condition becomes true, and never another one', async () => {
    const record = await platform.add({ name: 'Number', status: 'built' })
    expect((await read(record)).data).not.toHaveProperty('number')
    await platform.change(record, 1, { name: 'Number', status: 'afloat' })
    const { number } = (await read(record)).data
    expect(number).toMatch(/^DV-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]$/)
    await platform.change(record, 2, { name: 'Renamed', status: 'afloat' })
    expect((await read(record)).data).toMatchObject({ name: 'Renamed', number })
  })

  it('frees the key that the record gives up, and that whose condition ends', async () => {
    const record = await platform.add({ name: 'Key', port: 'north', status: 'built' })
    expect(isRefused(await register({ name: 'Key', port: 'north', status: 'built' }))).toBe(true)
    await platform.change(record, 1, { name: 'Key', port: 'south', status: 'afloat' })
    expect(isRefused(await register({ name: 'Key', port: 'north', status: 'built' }))).toBe(false)
    await platform.change(record, 2, { name: 'Key', port: 'south', status: 'sunk' })
    expect(isRefused(await register({ name: 'Key', port: 'south', status: 'built' }))).toBe(false)
  })

  it('refuses the key of another record and leaves everything as it was', async () => {
    await platform.add({ name: 'First', port: 'west', status: 'built' })
    const record = await platform.add({ name: 'Second', port: 'west', status: 'built', hull: 'H-2' })
    const before = await read(record)
    const keys = () => rows(platform.database, sql`select * from registers.keys where record = ${record} order by key`)
    const held = await keys()
    expect(await platform.change(record, 1, { name: 'First', port: 'west', status: 'built' })).toMatchObject({
      code: 'registers.record-exists',
      pointer: '/data/name',
    })
    expect(await read(record)).toEqual(before)
    expect(await keys()).toEqual(held)
  })

  it('knows only records that are there', async () => {
    const record = 'vessel_01960000-0000-7000-8000-0000000000aa'
    expect(await platform.change(record, 1, { name: 'None', status: 'built' })).toMatchObject({
      code: 'registers.record-not-found',
    })
    expect(await platform.change(record, 1, {}, { register: 'aeroplanes' })).toMatchObject({
      code: 'registers.register-not-found',
    })
  })

  it('refuses wrong fields and references to nothing', async () => {
    const record = await platform.add({ name: 'Fields', status: 'built' })
    expect(await platform.change(record, 1, { status: 'built' })).toMatchObject({
      also: [{ pointer: '/name', code: 'field.required' }],
    })
    const berth = 'berth_01960000-0000-7000-8000-0000000000aa'
    expect(await platform.change(record, 1, { name: 'Fields', status: 'built', berth })).toMatchObject({
      also: [{ pointer: '/berth', code: 'field.reference-unknown' }],
    })
  })
})
