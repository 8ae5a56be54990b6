import { official, person } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { getProvenance } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const record = await platform.add({ name: 'Ada', status: 'built', owner: owner(1), hull: 'H-1' })
platform.clock.advance({ days: 1 })
await platform.change(
  record,
  1,
  { name: 'Ada', status: 'built', owner: owner(1), hull: 'H-1', tons: 12 },
  { source: { kind: 'exchange', reference: 'message-7', organisation: 'health' }, reason: 'weighed' },
)
platform.clock.advance({ days: 1 })
await platform.change(
  record,
  2,
  { name: 'Bea', status: 'built', owner: owner(1), hull: 'H-1', tons: 12 },
  { source: { kind: 'case', reference: 'case-3', organisation: 'transport' }, reason: 'renamed' },
)
const ask = async (more: object = {}, actor: Parameters<typeof platform.run>[2] = keeper) =>
  platform.run(getProvenance, { organisation: 'transport', register: 'vessels', record, ...more }, actor)
const values = async (...asked: Parameters<typeof ask>) => {
  const found = await ask(...asked)
  if (isRefused(found)) throw new Error(found.code)
  return new Map(found.values.map(value => [value.pointer, value]))
}

describe('get-provenance', () => {
  it('tells of every value which case, message or official brought it, and when', async () => {
    const found = await values()
    expect(found.get('/name')).toMatchObject({
      version: 3,
      source: { kind: 'case', reference: 'case-3' },
      recordedAt: '2026-03-04T04:00:00.000Z',
      reason: 'renamed',
      recordedBy: keeper.id,
    })
    expect(found.get('/tons')).toMatchObject({
      version: 2,
      source: { kind: 'exchange', reference: 'message-7', organisation: 'health' },
    })
    expect(found.get('/status')).toMatchObject({
      version: 1,
      source: { kind: 'official', reference: 'letter-1' },
      reason: null,
    })
    expect(found.size).toBe(5)
  })

  it('tells it of what held on a date or was known at a moment', async () => {
    expect((await values({ asOf: '2026-03-03' })).get('/name')).toMatchObject({ version: 1 })
    expect((await values({ knownAt: '2026-03-02T10:00:00Z' })).has('/tons')).toBe(false)
  })

  it('is silent about fields that the reader does not get', async () => {
    const pilot = await values({}, official({ organisation: 'transport', roles: ['pilot'] }))
    expect(pilot.has('/hull')).toBe(false)
    expect(pilot.has('/tons')).toBe(true)
    const mine = await values({}, person({ id: owner(1) }))
    expect([mine.has('/hull'), mine.has('/tons')]).toEqual([true, false])
    expect(platform.audited.at(-1)).toMatchObject({ operation: getProvenance.name, subjects: [owner(1)] })
  })

  it('refuses what is not there and who may not', async () => {
    expect(await ask({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
    expect(await ask({ asOf: '2020-01-01' })).toMatchObject({ code: 'registers.record-not-found' })
    expect(await ask({}, person({ id: owner(2) }))).toMatchObject({ code: 'registers.record-not-found' })
    expect(await ask({}, official({ organisation: 'transport', roles: ['surveyor'] }))).toMatchObject({
      code: 'registers.access-not-granted',
      params: { act: 'history' },
    })
  })
})
