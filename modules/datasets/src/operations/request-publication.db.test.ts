import { expect, test } from 'vitest'
import { listPublications, requestPublication } from '../contract/index.ts'
import { datasetsPlatform, head, steward } from '../datasets-platform.fixture.ts'

const platform = await datasetsPlatform()

test('keeps what is asked for, one at a time, of own datasets only', async () => {
  const input = { organisation: 'town', dataset: 'parks', reason: 'new trees' }
  expect(await platform.run(requestPublication, input, steward)).toMatchObject({
    publication: expect.stringMatching(/^publication_/),
  })
  expect(await platform.run(requestPublication, input, head)).toMatchObject({ code: 'datasets.publication-waiting' })
  for (const other of [{ dataset: 'cats' }, { organisation: 'village' }])
    expect(await platform.run(requestPublication, { ...input, ...other }, steward)).toMatchObject({
      code: 'datasets.dataset-not-found',
    })
  expect(await platform.run(listPublications, { organisation: 'town' }, head)).toMatchObject({
    items: [{ dataset: 'parks', state: 'waiting', askedBy: steward.id, version: null }],
    failed: [],
  })
})
