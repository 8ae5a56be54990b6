import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { decidePublication, listPublications, requestPublication, withdrawVersion } from '../contract/index.ts'
import { datasetsPlatform, head, steward } from '../datasets-platform.fixture.ts'

const platform = await datasetsPlatform()
await platform.settle()
const organisation = 'town'
const request = async () => {
  const asked = await platform.run(requestPublication, { organisation, dataset: 'parks', reason: 'new trees' }, steward)
  if (isRefused(asked)) throw new Error(asked.code)
  return asked.publication
}
const states = async () => {
  const found = await platform.run(listPublications, { organisation }, head)
  if (isRefused(found)) throw new Error(found.code)
  return found.items.map(({ state, version }) => [state, version])
}

test('what one asks for another one approves, and it is made at once', async () => {
  const publication = await request()
  const decide = (by: typeof head, approved = true) =>
    platform.run(decidePublication, { organisation, publication, approved }, by)
  expect(await decide(steward)).toMatchObject({ code: 'datasets.publication-own' })
  expect(await decide(head)).toEqual({ publication })
  expect(await decide(head)).toMatchObject({ code: 'datasets.publication-decided' })
  await platform.settle()
  expect(await states()).toEqual([['unchanged', null]])
  await platform.correctPark(12)
  platform.clock.advance({ minutes: 1 })
  const again = await request()
  await platform.run(decidePublication, { organisation, publication: again, approved: true }, head)
  await platform.settle()
  expect(await states()).toEqual([
    ['published', 2],
    ['unchanged', null],
  ])
})

test('what was taken back is published again only when two want it', async () => {
  await platform.run(withdrawVersion, { organisation, dataset: 'parks', version: 2, reason: 'wrong count' }, head)
  platform.clock.advance({ days: 1 })
  await platform.settle()
  const publication = await request()
  expect(await platform.run(decidePublication, { organisation, publication, approved: false }, head)).toEqual({
    publication,
  })
  await platform.settle()
  expect((await states())[0]).toEqual(['refused', null])
  platform.clock.advance({ minutes: 1 })
  const again = await request()
  await platform.run(decidePublication, { organisation, publication: again, approved: true }, head)
  await platform.settle()
  expect((await states())[0]).toEqual(['published', 3])
  const unknown = 'publication_01960000-0000-7000-8000-000000000009'
  expect(
    await platform.run(decidePublication, { organisation, publication: unknown, approved: true }, head),
  ).toMatchObject({
    code: 'datasets.publication-not-found',
  })
})
