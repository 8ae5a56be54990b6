import { expect, it } from 'vitest'
import { listPublications } from '../contract/index.ts'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, organisation, sara, asked, get } = await publicationsPlatform()

it('lists the requests of an organisation or of a draft, the newest first', async () => {
  const first = await asked()
  platform.clock.advance({ seconds: 60 })
  const second = await asked('monthly-child-benefit')
  const { draft } = (await get(first)).publication
  expect(await platform.run(listPublications, { organisation }, sara)).toMatchObject({
    items: [{ publication: second }, { publication: first, requested: { by: { name: { family: 'Эталонова' } } } }],
  })
  expect(await platform.run(listPublications, { organisation, draft }, sara)).toMatchObject({
    items: [{ publication: first }],
  })
  expect(await platform.run(listPublications, { organisation: 'health' }, sara)).toEqual({ items: [] })
})
