import { describe, expect, it } from 'vitest'
import { chief, clerk } from '../changes-platform.fixture.ts'
import { dismissDuplicate } from '../contract/index.ts'
import { duplicatesPlatform } from '../duplicates-platform.fixture.ts'

const { platform, place, sailor, search, pairs } = await duplicatesPlatform()
const one = await sailor('Тұлпаров', 'Дәурен', { born: '1990-05-04' })
const other = await sailor('Tulparov', 'Dauren', { born: '1990-05-04' })
await search()
const dismiss = (more: object = {}, actor = chief) =>
  platform.run(dismissDuplicate, { ...place, one, other, ...more }, actor)

describe('dismiss-duplicate', () => {
  it('is for those who may merge', async () => {
    expect(await dismiss({}, clerk)).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await dismiss({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })

  it('takes a pair off the list for good, whichever is named first', async () => {
    expect(await dismiss({ one: other, other: one })).toEqual({ one: other, other: one })
    expect(await pairs()).toEqual([])
    expect(await dismiss()).toMatchObject({ code: 'registers.duplicate-not-found' })
    platform.clock.advance({ minutes: 1 })
    await search({ whole: true })
    expect(await pairs()).toEqual([])
  })
})
