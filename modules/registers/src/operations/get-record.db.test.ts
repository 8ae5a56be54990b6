import { describe, expect, it } from 'vitest'
import { getRecord } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const record = await platform.add({ name: 'One', status: 'built', owner: owner(3) })
await platform.change(record, 1, { name: 'Two', status: 'built' }, { validFrom: '2026-04-01' })
await platform.change(record, 2, { name: 'Two, corrected', status: 'built' }, { validFrom: '2026-03-20' })
const wanted = { organisation: 'transport', register: 'vessels', record }
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

  it('finds nothing before the record was valid, nor elsewhere', async () => {
    expect(await get({ asOf: '2026-03-01' })).toMatchObject({ code: 'registers.record-not-found' })
    expect(await get({ register: 'berths' })).toMatchObject({ code: 'registers.record-not-found' })
    expect(await get({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
    expect(await get({ organisation: 'health' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
