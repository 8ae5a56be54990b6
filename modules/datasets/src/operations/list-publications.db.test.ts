import { expect, test } from 'vitest'
import { listPublications, requestPublication } from '../contract/index.ts'
import { datasetsPlatform, head, steward } from '../datasets-platform.fixture.ts'

const platform = await datasetsPlatform()

test('lists what was asked for in an organisation, and nothing of another', async () => {
  const input = { organisation: 'town', dataset: 'parks', reason: 'new trees' }
  await platform.run(requestPublication, input, steward)
  const list = (organisation: string) => platform.run(listPublications, { organisation }, head)
  expect(await list('town')).toMatchObject({ items: [{ reason: 'new trees', decidedBy: null }] })
  expect(await list('village')).toEqual({ items: [], failed: [] })
})
