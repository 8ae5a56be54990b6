import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { getDataset, listPublications, listRows } from '../contract/index.ts'
import { anybody, datasetsPlatform, dogsByYear, head } from '../datasets-platform.fixture.ts'

const platform = await datasetsPlatform()
const described = async (dataset: string) => {
  const found = await platform.run(getDataset, { dataset }, anybody)
  if (isRefused(found)) throw new Error(found.code)
  return found
}
const rows = async (dataset: string) => {
  const found = await platform.run(listRows, { dataset }, anybody)
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

test('makes what is declared, hides what is small, and comes again when the next period begins', async () => {
  await platform.settle()
  // One dog in the east: with the total shown it would follow from the six of the west.
  expect(await rows('dogs-by-year')).toEqual([
    { year: '2024', district: 'east', dogs: null, hidden: true },
    { year: '2024', district: 'west', dogs: null, hidden: true },
    { year: '2024', district: 'total', dogs: 7, hidden: false },
    { year: '2025', district: 'west', dogs: 5, hidden: false },
    { year: '2025', district: 'total', dogs: 5, hidden: false },
  ])
  expect(await rows('parks')).toEqual([
    { name: 'Green', trees: 10 },
    { name: 'Small', trees: 2 },
  ])
  expect(await described('dogs-by-year')).toMatchObject({ version: 1, dueOn: '2026-12-01', rows: 5 })
  await platform.settle()
  expect((await described('dogs-by-year')).versions).toHaveLength(1)

  // The year that runs is not published, and what was hidden once stays hidden however many come.
  for (let number = 0; number < 4; number += 1) await platform.addDog('2024-06-01', 'east')
  await platform.addDog('2026-02-01', 'west')
  platform.clock.set('2026-12-01T06:00:00Z')
  await platform.settle()
  expect(await rows('dogs-by-year')).toEqual([
    { year: '2024', district: 'east', dogs: null, hidden: true },
    { year: '2024', district: 'west', dogs: null, hidden: true },
    { year: '2024', district: 'total', dogs: 11, hidden: false },
    { year: '2025', district: 'west', dogs: 5, hidden: false },
    { year: '2025', district: 'total', dogs: 5, hidden: false },
  ])
  const [second] = (await described('dogs-by-year')).versions
  expect(second).toMatchObject({ version: 2, changes: { added: 0, removed: 0, changed: 1 } })
  expect(second?.changes?.rows).toEqual([
    { change: 'changed', key: ['2024', 'total'], values: { dogs: { before: 7, after: 11 } } },
  ])
  expect((await described('parks')).versions).toHaveLength(1)
  const events = await platform.listEvents('datasets.version-published')
  expect(events.map(({ data }) => data)).toEqual([
    { dataset: 'dogs-by-year', version: 1 },
    { dataset: 'parks', version: 1 },
    { dataset: 'dogs-by-year', version: 2 },
  ])
})

test('a source that refuses is a failure that the owner sees', async () => {
  const dimensions = [{ name: 'owner', from: 'owner' }]
  platform.declare('dataset', 'dogs-by-year', { 'dataset.json': { ...dogsByYear, dimensions } }, '2.0.0')
  await platform.settle()
  const found = await platform.run(listPublications, { organisation: 'town' }, head)
  expect(found).toMatchObject({
    failed: [{ dataset: 'dogs-by-year', failure: 'registers.column-not-granted' }],
  })
  expect((await described('dogs-by-year')).versions).toHaveLength(2)
})
