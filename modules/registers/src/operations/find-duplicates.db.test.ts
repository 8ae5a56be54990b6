import { rows, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { chief, clerk } from '../changes-platform.fixture.ts'
import { findDuplicates, listUpkeep } from '../contract/index.ts'
import { duplicatesPlatform } from '../duplicates-platform.fixture.ts'

const { platform, place, keepUp, sailor, search, pairs } = await duplicatesPlatform()
const first = await sailor('Тұлпаров', 'Дәурен', { born: '1990-05-04' })
const latin = await sailor('Tulparov', 'Dauren', { born: '1990-05-04' })
await sailor('Самалов', 'Арман', { born: '1985-01-02' })

describe('find-duplicates', () => {
  it('finds one sailor in two spellings, in portions, with progress', async () => {
    const begun = await search()
    expect(await pairs()).toEqual([[first, latin].sort()])
    expect(await platform.run(listUpkeep, place, chief)).toMatchObject({
      items: [{ work: 'duplicates', key: begun.key, state: 'done', done: 3, total: 3, found: 1, startedBy: chief.id }],
    })
  })

  it('goes on with what was added since, and looks through all when asked', async () => {
    platform.clock.advance({ minutes: 1 })
    const russian = await sailor('Тулпаров', 'Даурен', { born: '1990-04-05' })
    await search()
    const now = [
      [first, latin],
      [first, russian],
      [latin, russian],
    ].map(pair => pair.sort())
    expect(new Set((await pairs()).map(String))).toEqual(new Set(now.map(String)))
    const done = () =>
      rows(
        platform.database,
        sql<{ done: number }>`select done from registers.upkeep order by started_at desc, key desc limit 1`,
      )
    expect(await done()).toEqual([{ done: 1 }])
    platform.clock.advance({ minutes: 1 })
    await search({ whole: true })
    expect(await done()).toEqual([{ done: 4 }])
    expect(await pairs()).toHaveLength(3)
  })

  it('forgets a pair that is not likely any more', async () => {
    platform.clock.advance({ minutes: 1 })
    await platform.change(
      latin,
      1,
      { name: { family: 'Бұлақов', given: 'Ерлан' }, born: '1971-11-27' },
      { register: 'sailors' },
    )
    await search({ whole: true })
    expect((await pairs()).flat()).not.toContain(latin)
  })

  it('runs once at a time, where the register declares by what, for those who may merge', async () => {
    const begin = (more: object = {}, actor = chief) => platform.run(findDuplicates, { ...place, ...more }, actor)
    expect(await begin()).toHaveProperty('key')
    expect(await begin()).toMatchObject({ code: 'registers.search-under-way' })
    await keepUp()
    expect(await begin({ register: 'vessels' })).toMatchObject({ code: 'registers.matching-undeclared' })
    expect(await begin({}, clerk)).toMatchObject({ code: 'registers.access-not-granted', params: { act: 'merge' } })
    expect(await begin({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
