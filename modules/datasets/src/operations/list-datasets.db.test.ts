import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { getDataset, listDatasets } from '../contract/index.ts'
import { anybody, datasetsPlatform } from '../datasets-platform.fixture.ts'

const platform = await datasetsPlatform()

test('lists what is declared, with its newest version, and finds it by words in any case', async () => {
  const list = async (words?: string) => {
    const found = await platform.run(listDatasets, words === undefined ? {} : { words }, anybody)
    if (isRefused(found)) throw new Error(found.code)
    return found.items.map(({ dataset, version, rows }) => [dataset, version, rows])
  }
  expect(await list()).toEqual([
    ['dogs-by-year', null, 0],
    ['parks', null, 0],
  ])
  await platform.settle()
  expect(await list('TREES town')).toEqual([['parks', 1, 2]])
  expect(await list('trees dogs')).toEqual([])
  expect(await platform.run(getDataset, { dataset: 'cats' }, anybody)).toMatchObject({
    code: 'datasets.dataset-not-found',
  })
})
