import { expect, test } from 'vitest'
import { getDataset, listRows, withdrawVersion } from '../contract/index.ts'
import { anybody, datasetsPlatform, head } from '../datasets-platform.fixture.ts'

const platform = await datasetsPlatform()
await platform.settle()

test('a version that is taken back is given to nobody, and says why', async () => {
  const input = { organisation: 'town', dataset: 'parks', version: 1, reason: 'wrong count' }
  expect(await platform.run(withdrawVersion, { ...input, version: 7 }, head)).toMatchObject({
    code: 'datasets.version-not-found',
  })
  expect(await platform.run(withdrawVersion, { ...input, organisation: 'village' }, head)).toMatchObject({
    code: 'datasets.dataset-not-found',
  })
  expect(await platform.run(withdrawVersion, input, head)).toEqual({ version: 1 })
  expect(await platform.run(listRows, { dataset: 'parks', version: 1 }, anybody)).toMatchObject({
    code: 'datasets.version-withdrawn',
  })
  expect(await platform.run(listRows, { dataset: 'parks' }, anybody)).toMatchObject({
    code: 'datasets.version-not-found',
  })
  expect(await platform.run(getDataset, { dataset: 'parks' }, anybody)).toMatchObject({
    version: null,
    versions: [{ version: 1, withdrawn: { reason: 'wrong count' } }],
  })
  await platform.settle()
  expect(await platform.listEvents('datasets.version-taken-back')).toMatchObject([
    { subject: 'parks', data: { dataset: 'parks', version: 1 } },
  ])
})
