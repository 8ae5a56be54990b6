import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { chief, clerk } from '../changes-platform.fixture.ts'
import { listDuplicates } from '../contract/index.ts'
import { duplicatesPlatform } from '../duplicates-platform.fixture.ts'

const { platform, place, sailor, search, pairs } = await duplicatesPlatform()
const certain = [
  await sailor('Тұлпаров', 'Дәурен', { born: '1990-05-04' }),
  await sailor('Tulparov', 'Dauren', { born: '1990-05-04' }),
]
const likely = [
  await sailor('Самалов', 'Арман', { born: '1985-01-02' }),
  await sailor('Самалова', 'Арман', { born: '1985-02-01' }),
]
await search()
const list = (more: object = {}, actor = chief) => platform.run(listDuplicates, { ...place, ...more }, actor)

describe('list-duplicates', () => {
  it('gives the likeliest first, with the evidence, and is a look at both', async () => {
    const found = await list()
    if (isRefused(found)) throw new Error(found.code)
    expect(await pairs()).toEqual([certain, likely].map(pair => [...pair].sort()))
    expect(found.items[0]).toMatchObject({
      score: 1,
      evidence: [
        { id: 'name', as: 'person-name', similarity: 1 },
        { id: 'born', as: 'date', similarity: 1 },
      ],
      one: { data: { born: '1990-05-04' }, withheld: [] },
    })
    expect(found.items[1]?.score).toBeLessThan(1)
    expect(new Set(platform.audited.at(-1)?.subjects)).toEqual(new Set([...certain, ...likely]))
  })

  it('gives pages, and the pairs of one record', async () => {
    const page = await list({ limit: 1 })
    if (isRefused(page)) throw new Error(page.code)
    expect(page.next).not.toBeNull()
    expect(await pairs({ limit: 1, after: page.next })).toEqual([[...likely].sort()])
    expect(await pairs({ record: likely[0] })).toEqual([[...likely].sort()])
  })

  it('is for those who may merge', async () => {
    expect(await list({}, clerk)).toMatchObject({ code: 'registers.access-not-granted', params: { act: 'merge' } })
    expect(await list({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
