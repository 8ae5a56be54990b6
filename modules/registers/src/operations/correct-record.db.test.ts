import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { correctRecord, findRecords, getRecord, listVersions } from '../contract/index.ts'
import { keeper, registersPlatform, source } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const place = { organisation: 'transport', register: 'vessels' }
const correct = (record: string, version: number, corrects: number, data: Record<string, unknown>, actor = keeper) =>
  platform.run(correctRecord, { ...place, record, version, corrects, data, reason: 'a slip', source }, actor)
const look = async (record: string, more: object = {}) => {
  const found = await platform.run(getRecord, { ...place, record, ...more }, keeper)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

/** A ship called A from 3 March and B from 1 April, as known on 10 April. */
let ships = 0
async function renamed() {
  const port = ['north', 'east', 'west', 'lake', 'river', 'delta'][ships++]
  const record = await platform.add({ name: 'A', port, status: 'built' })
  await platform.change(record, 1, { name: 'B', port, status: 'built' }, { validFrom: '2026-04-01' })
  const known = platform.clock.now().toISOString()
  platform.clock.advance({ minutes: 5 })
  return { record, known }
}

describe('correct-record', () => {
  it('corrects a time that is past, leaves what holds today, and erases nothing', async () => {
    const { record, known } = await renamed()
    expect(await correct(record, 2, 1, { name: 'A, rightly', port: 'south', status: 'built' })).toEqual({
      record,
      version: 4,
    })
    expect(await look(record)).toMatchObject({
      version: 4,
      kind: 'continuation',
      data: { name: 'B' },
      validFrom: '2026-04-01',
    })
    expect(await look(record, { asOf: '2026-03-20' })).toMatchObject({
      version: 3,
      kind: 'correction',
      reason: 'a slip',
      data: { name: 'A, rightly' },
      validTo: '2026-04-01',
    })
    expect(await look(record, { asOf: '2026-04-02' })).toMatchObject({ data: { name: 'B' } })
    expect(await look(record, { asOf: '2026-03-20', knownAt: known })).toMatchObject({
      version: 1,
      data: { name: 'A' },
    })
    const versions = await platform.run(listVersions, { ...place, record }, keeper)
    expect((versions as { items: { version: number }[] }).items.map(({ version }) => version)).toEqual([4, 3, 2, 1])
    const found = async (port: string, more: object) => {
      const page = await platform.run(findRecords, { ...place, where: { id: record, port }, ...more }, keeper)
      return isRefused(page) ? page.code : page.items.map(({ version }) => version)
    }
    expect(await found('south', { asOf: '2026-03-20' })).toEqual([3])
    expect(await found('north', { asOf: '2026-03-20' })).toEqual([])
    expect(await found('north', { asOf: '2026-03-20', knownAt: known })).toEqual([1])
    expect(await found('north', { asOf: '2026-04-02' })).toEqual([4])
  })

  it('goes on from there: the next change is made to what holds', async () => {
    const { record } = await renamed()
    await correct(record, 2, 1, { name: 'A!', status: 'built' })
    expect(await platform.change(record, 4, { name: 'C', status: 'built' }, { validFrom: '2026-05-01' })).toEqual({
      record,
      version: 5,
    })
    expect(await look(record, { asOf: '2026-03-20' })).toMatchObject({ data: { name: 'A!' } })
    expect(await look(record, { asOf: '2026-04-20' })).toMatchObject({ data: { name: 'B' } })
  })

  it('corrects what holds today from its first day', async () => {
    const { record } = await renamed()
    expect(await correct(record, 2, 2, { name: 'B, rightly', status: 'built' })).toEqual({ record, version: 3 })
    expect(await look(record)).toMatchObject({
      kind: 'correction',
      validFrom: '2026-04-01',
      data: { name: 'B, rightly' },
    })
    expect(await look(record, { asOf: '2026-03-20' })).toMatchObject({ data: { name: 'A' } })
  })

  it('refuses a version that holds on no day any more, or is not there', async () => {
    const { record } = await renamed()
    await correct(record, 2, 1, { name: 'A!', status: 'built' })
    expect(await correct(record, 4, 1, { name: 'A?', status: 'built' })).toMatchObject({
      code: 'registers.version-superseded',
      pointer: '/corrects',
    })
    expect(await correct(record, 4, 9, { name: 'A?', status: 'built' })).toMatchObject({
      code: 'registers.record-not-found',
      pointer: '/corrects',
    })
    expect(await correct(record, 3, 3, { name: 'A?', status: 'built' })).toMatchObject({
      code: 'registers.record-changed-meanwhile',
      params: { version: 4 },
    })
  })

  it('corrects a correction', async () => {
    const { record } = await renamed()
    await correct(record, 2, 1, { name: 'A!', status: 'built' })
    expect(await correct(record, 4, 3, { name: 'A!!', status: 'built' })).toEqual({ record, version: 6 })
    expect(await look(record, { asOf: '2026-03-20' })).toMatchObject({ data: { name: 'A!!' } })
    expect(await look(record)).toMatchObject({ data: { name: 'B' } })
  })

  it('refuses wrong fields and who may not', async () => {
    const { record } = await renamed()
    expect(await correct(record, 2, 1, { status: 'built' })).toMatchObject({ also: [{ pointer: '/name' }] })
    const pilot = official({ organisation: 'transport', roles: ['pilot'] })
    expect(await correct(record, 2, 1, { name: 'X', status: 'built' }, pilot)).toMatchObject({
      code: 'registers.access-not-granted',
      params: { act: 'correct' },
    })
    const surveyor = official({ organisation: 'transport', roles: ['surveyor'] })
    expect(await correct(record, 2, 1, { name: 'X' }, surveyor)).toMatchObject({
      code: 'registers.record-invalid',
      also: [{ pointer: '/name', code: 'field.not-granted' }],
    })
    expect(await correct(record, 2, 1, { tons: 7 }, surveyor)).toEqual({ record, version: 4 })
    expect(await look(record, { asOf: '2026-03-20' })).toMatchObject({ data: { name: 'A', tons: 7 } })
  })
})
