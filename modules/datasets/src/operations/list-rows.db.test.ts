import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { listRows } from '../contract/index.ts'
import { anybody, datasetsPlatform } from '../datasets-platform.fixture.ts'

const platform = await datasetsPlatform()
await platform.settle()
const ask = (input: object) => platform.run(listRows, { dataset: 'dogs-by-year', ...input }, anybody)
const page = async (input: object) => {
  const found = await ask(input)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

test('gives rows page by page, and those with given values', async () => {
  const first = await page({ limit: 3 })
  expect(first).toMatchObject({ dataset: 'dogs-by-year', version: 1, next: '3' })
  const second = await page({ limit: 3, after: first.next })
  expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null])
  const west = await page({ version: 1, where: { district: 'west', hidden: 'false' } })
  expect(west.items).toEqual([{ year: '2025', district: 'west', dogs: 5, hidden: false }])
})

test.each([
  [{ dataset: 'cats' }, 'datasets.dataset-not-found'],
  [{ version: 9 }, 'datasets.version-not-found'],
  [{ where: { owner: 'x' } }, 'datasets.column-unknown'],
  [{ limit: 1000 }, 'operations.input-invalid'],
])('refuses %j with %s', async (input, code) => expect(await ask(input)).toMatchObject({ code }))
