import { describe, expect, it } from 'vitest'
import { listLoaded } from '../contract/index.ts'
import { done, importsPlatform, vesselsCsv } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, check, run } = await importsPlatform()
const of = (load: string, more: object = {}) =>
  platform.run(listLoaded, { ...place, register: 'vessels', import: load, ...more }, keeper)

describe('list-loaded', () => {
  it('tells in portions what a load added and what it changed, as it is now, and nothing of other loads', async () => {
    const first = await begin(vesselsCsv('One;north;afloat;1;', 'Two;north;afloat;2;', 'Three;south;afloat;3;'))
    await check(first)
    await run(first)
    const second = await begin(vesselsCsv('Two;north;afloat;9;', 'Four;south;afloat;4;'))
    await check(second)
    await run(second)
    const one = done(await of(first, { limit: 2 }))
    expect(one).toMatchObject({ looked: 2, next: expect.stringMatching(/^vessel_/) })
    const two = done(await of(first, { limit: 2, after: one.next ?? '' }))
    expect(two).toMatchObject({ looked: 1, next: null })
    const told = [...one.items, ...two.items].map(({ added, record }) => [added, record.version, record.data.name])
    expect(told.sort()).toEqual([
      [true, 1, 'One'],
      [true, 1, 'Three'],
      [true, 2, 'Two'],
    ])
    const changed = done(await of(second)).items.map(({ added, record }) => [added, record.data.name])
    expect(changed.sort()).toEqual([
      [false, 'Two'],
      [true, 'Four'],
    ])
    expect(await of('import_nothing')).toEqual({ items: [], looked: 0, next: null })
  })

  it('refuses a register that is not there, and who may see nothing of it', async () => {
    const load = { ...place, import: 'import_nothing' }
    expect(await platform.run(listLoaded, { ...load, register: 'aeroplanes' }, keeper)).toMatchObject({
      code: 'registers.register-not-found',
    })
    const under = 'contract:transport.nothing@1'
    expect(await of('import_nothing', { under })).toMatchObject({ code: 'registers.access-not-granted' })
  })
})
