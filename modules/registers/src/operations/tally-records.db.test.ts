import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { tallyRecords } from '../contract/index.ts'
import { keeper, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
for (const [name, port, tons, launched] of [
  ['A', 'north', 10, '2026-01-05'],
  ['B', 'north', 30, '2026-01-20'],
  ['C', 'north', 5, '2026-04-01'],
  ['D', 'south', 7, '2026-04-02'],
  ['E', undefined, 7, '2026-05-02'],
] as const)
  await platform.add({ name, status: 'built', ...(port === undefined ? {} : { port }), tons, launched })

const tally = (input: object, actor = keeper) =>
  platform.run(tallyRecords, { organisation: 'transport', register: 'vessels', where: {}, by: [], ...input }, actor)
const groups = async (input: object) => {
  const found = await tally(input)
  if (isRefused(found)) throw new Error(found.code)
  return found.groups.map(({ codes, count, sum, largest }) => [...codes, count, sum, largest])
}

test('counts by columns and by parts of dates, and sums up', async () => {
  expect(await groups({ by: [{ column: 'port' }] })).toEqual([
    ['', 1, null, null],
    ['north', 3, null, null],
    ['south', 1, null, null],
  ])
  expect(await groups({ by: [{ column: 'launched', grain: 'month' }], where: { port: 'north' }, sum: 'tons' })).toEqual(
    [
      ['2026-01', 2, 40, 30],
      ['2026-04', 1, 5, 5],
    ],
  )
  const before = { column: 'launched', date: '2026-05-01' }
  expect(await groups({ by: [{ column: 'launched', grain: 'quarter' }], before })).toEqual([
    ['2026-Q1', 2, null, null],
    ['2026-Q2', 2, null, null],
  ])
  expect(await groups({})).toEqual([[5, null, null]])
})

test.each([
  [{ register: 'cars' }, 'registers.register-not-found'],
  [{ by: [{ column: 'hull' }] }, 'registers.column-not-found'],
  [{ by: [{ column: 'port', grain: 'year' }] }, 'registers.criterion-invalid'],
  [{ sum: 'name' }, 'registers.criterion-invalid'],
  [{ before: { column: 'port', date: '2026-01-01' } }, 'registers.criterion-invalid'],
  [{ where: { tons: 'many' } }, 'registers.criterion-invalid'],
  [{ under: 'dataset:fleet', by: [{ column: 'port' }] }, 'registers.access-not-granted'],
  [{ under: 'contract:transport.vessels@1', by: [{ column: 'port' }] }, 'registers.access-not-granted'],
])('refuses %j with %s', async (input, code) => expect(await tally(input)).toMatchObject({ code }))
