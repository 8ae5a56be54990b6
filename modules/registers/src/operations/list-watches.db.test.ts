import { person } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listWatches, watchRecords } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

it('lists one’s own watches, the newest happening first, until the year is over', async () => {
  const platform = await registersPlatform()
  const data = { name: 'Ada', status: 'built', owner: owner(1) }
  const record = await platform.add(data)
  const list = async (actor: Parameters<typeof platform.run>[2] = keeper) => {
    const found = await platform.run(listWatches, { organisation: 'transport', register: 'vessels' }, actor)
    if (isRefused(found)) throw new Error(found.code)
    return found.items
  }
  const place = { organisation: 'transport', register: 'vessels' }
  await platform.run(watchRecords, { ...place, record }, keeper)
  platform.clock.advance({ minutes: 1 })
  await platform.run(watchRecords, { ...place, where: { port: 'west' } }, keeper)
  expect(await list()).toMatchObject([
    { where: { port: 'west' }, record: null, last: null },
    { record, where: null },
  ])
  platform.clock.advance({ minutes: 1 })
  await platform.change(record, 1, { ...data, port: 'south' })
  await platform.settle()
  expect(await list()).toMatchObject([{ record, state: 'open', last: { event: 'changed', record } }, { last: null }])
  expect(await list(person({ id: owner(1) }))).toEqual([])
  platform.clock.advance({ days: 366 })
  expect((await list()).map(({ state }) => state)).toEqual(['over', 'over'])
})
