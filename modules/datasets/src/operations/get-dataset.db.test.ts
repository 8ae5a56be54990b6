import { expect, test } from 'vitest'
import { getDataset } from '../contract/index.ts'
import { anybody, datasetsPlatform } from '../datasets-platform.fixture.ts'

const platform = await datasetsPlatform()
await platform.settle()

test('shows columns with their words and codes, versions with files, and how figures are protected', async () => {
  const found = await platform.run(getDataset, { dataset: 'dogs-by-year' }, anybody)
  expect(found).toMatchObject({
    threshold: 3,
    licence: 'https://licences.example/open',
    contact: { email: 'data@town.example', phone: null },
    columns: [
      { name: 'year', type: 'text', role: 'key', title: { en: 'Year' } },
      { name: 'district', codes: { total: { en: 'all' } } },
      { name: 'dogs', type: 'number', role: 'value' },
      { name: 'hidden', type: 'boolean', role: 'hidden' },
    ],
    versions: [{ version: 1, declared: '1.0.0', rows: 5, hidden: 2, changes: null, withdrawn: null }],
  })
  expect(found).toHaveProperty('versions.0.files.parquet.sha256', expect.stringMatching(/^[0-9a-f]{64}$/))
  expect(await platform.run(getDataset, { dataset: 'parks' }, anybody)).toMatchObject({ threshold: null })
})
