import { expect, it } from 'vitest'
import { familyPlatform, father, mother } from '../../../situations/src/family-platform.fixture.ts'
import { listOwnFirms } from '../contract/index.ts'
import { addFirms, firm } from '../firm.fixture.ts'

const platform = await familyPlatform()
await addFirms(platform)

it('names the firms that somebody may act for today, in which capacity, to nobody else', async () => {
  const { items } = await platform.must(listOwnFirms, { person: mother.id }, mother)
  expect(items).toEqual([
    {
      firm,
      name: { en: 'Almaz LLP', ru: 'ТОО «Almaz»', kk: '«Almaz» ЖШС' },
      capacity: { en: 'director', ru: 'руководитель', kk: 'басшы' },
      since: '2020-01-01',
    },
  ])
  expect(await platform.must(listOwnFirms, { person: father.id }, father)).toEqual({ items: [] })
  const other = await platform.run(listOwnFirms, { person: mother.id }, father)
  expect('items' in other ? other.items : []).toEqual([])
})
