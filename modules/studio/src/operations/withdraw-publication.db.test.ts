import { expect, it } from 'vitest'
import { withdrawPublication } from '../contract/index.ts'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, organisation, sara, asked, get } = await publicationsPlatform()

it('ends a request once, and says who did it', async () => {
  const publication = await asked()
  const withdraw = () => platform.run(withdrawPublication, { organisation, publication }, sara)
  expect(await withdraw()).toMatchObject({ state: 'withdrawn' })
  expect((await get(publication)).publication.withdrawn).toMatchObject({ by: { official: sara.id } })
  expect(await withdraw()).toMatchObject({ code: 'studio.publication-state', params: { state: 'withdrawn' } })
  await platform.settle()
  expect(await platform.listEvents('studio.publication-withdrawn')).toHaveLength(1)
})
