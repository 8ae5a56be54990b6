import { expect, it } from 'vitest'
import { listDrafts } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, save } = await studioPlatform()
const list = (words?: string, who = organisation) =>
  platform.run(listDrafts, { organisation: who, ...(words === undefined ? {} : { words }) }, sara)

it('lists the drafts of an organisation, the last saved first, and finds them by words of any language', async () => {
  const first = await begin()
  platform.clock.advance({ minutes: 1 })
  const second = await begin('monthly-child-benefit')
  expect(await list()).toMatchObject({ items: [{ draft: second }, { draft: first }] })
  platform.clock.advance({ minutes: 1 })
  await save(first, 'notices/granted.md', 'Later', 1)
  expect(await list()).toMatchObject({
    items: [{ draft: first, savedBy: { name: { family: 'Эталонова' } } }, { draft: second }],
  })
  expect(await list('ЕДИНОВРЕМЕННОЕ')).toMatchObject({ items: [{ draft: first }] })
  expect(await list('monthly-child')).toMatchObject({ items: [{ draft: second }] })
  expect(await list('100%')).toEqual({ items: [] })
  expect(await list(undefined, 'health')).toEqual({ items: [] })
})
