import type { Reader } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { owner, registersPlatform } from '../registers-platform.fixture.ts'
import { type PopulationPortion, readPopulation } from './read-population.ts'

const platform = await registersPlatform()
const ids = [
  await platform.add({ name: 'Ada "x"\u001f', port: 'north', status: 'built', tons: 10.5, owner: owner(1) }),
  await platform.add({
    name: 'Bob',
    port: 'north',
    status: 'built',
    tons: 20,
    launched: '1969-12-31',
    owner: owner(2),
  }),
  await platform.add({ name: 'Cem', status: 'built', tons: 30, launched: '2024-02-29', owner: owner(3) }),
].sort()
const definition = {
  ...{ id: 'vessels', version: '1.0.0', owner: 'transport' },
  columns: [
    { name: 'name', pointer: '/name', type: 'text' },
    { name: 'tons', pointer: '/tons', type: 'number' },
    { name: 'launched', pointer: '/launched', type: 'date' },
  ],
} as const
const read = <T>(work: (reader: Reader) => Promise<T>) =>
  platform.runner.jobContext('test').write('transport', context => work(context.tx))

async function all(names: readonly string[], options: { after?: string; portion?: number }) {
  const portions: PopulationPortion[] = []
  for await (const portion of readPopulation(read, definition, names, options)) portions.push(portion)
  return portions
}

it('reads everybody in portions, each value at its place', async () => {
  for (const portion of [1, 2, 3, 5]) {
    const portions = await all(['name', 'tons', 'launched'], { portion })
    expect(portions.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(3)
    const values = portions.flatMap(({ columns: { name, tons, launched } }) =>
      Array.from(name ?? [], (text, at) => [text, tons?.[at], launched?.[at]]),
    )
    const dates = new Map(values.map(([name, tons, date]) => [name, [tons, date]]))
    expect(dates.get('Ada "x"\u001f')).toEqual([10.5, null])
    const [bob, cem] = [dates.get('Bob'), dates.get('Cem')]
    // Where no date is missing in a portion they are days.
    expect([bob?.[0], cem?.[0]]).toEqual([20, 30])
    expect(['1969-12-31', -1]).toContain(bob?.[1])
    expect(['2024-02-29', 19782]).toContain(cem?.[1])
  }
})

it('goes on after a stop, and gives whole columns as typed arrays', async () => {
  const [rest] = await all(['tons'], { after: ids[0] as string })
  expect([rest?.count, rest?.last, rest?.columns.tons instanceof Float64Array]).toEqual([2, ids[2], true])
  expect(await all(['tons'], { after: ids[2] as string })).toEqual([])
})

it('names a column that the register does not project', async () => {
  await expect(all(['hull'], {})).rejects.toThrow('vessels projects no hull')
})
