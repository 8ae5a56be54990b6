import { official, person } from '@tereze/foundation-testing'
import { type EventData, isRefused } from '@tereze/operation'
import { beforeAll, expect, it } from 'vitest'
import { type watchedChanged, watchRecords } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'
import { mostWatches } from '../rules/may-watch.ts'

const platform = await registersPlatform()
const data = { name: 'Ada', status: 'built', owner: owner(1), port: 'north', hull: 'H-1' }
let record: string
beforeAll(async () => {
  record = await platform.add(data)
  await platform.settle()
})
const watch = (input: object, actor: Parameters<typeof platform.run>[2] = keeper) =>
  platform.run(watchRecords, { organisation: 'transport', register: 'vessels', ...input }, actor)
const told = async () => {
  await platform.settle()
  return (await platform.listEvents('registers.watched-changed')).map(
    ({ data: what }) => what as EventData<typeof watchedChanged>,
  )
}

it('tells of one record and of what fits a search, each time, and of nothing else', async () => {
  const one = await watch({ record })
  const search = await watch({ where: { port: 'south' } })
  if (isRefused(one) || isRefused(search)) throw new Error('refused')
  expect(Date.parse(one.until) - platform.clock.now().getTime()).toBe(365 * 86_400_000)
  await platform.change(record, 1, { ...data, tons: 9 })
  expect(await told()).toEqual([
    { watch: one.watch, watcher: keeper.id, register: 'vessels', record, event: 'changed' },
  ])
  await platform.add({ ...data, name: 'Bela', hull: 'H-2' })
  const fits = await platform.add({ ...data, name: 'Cora', hull: 'H-3', port: 'south' })
  expect((await told()).slice(1)).toMatchObject([{ watch: search.watch, record: fits, event: 'registered' }])
  await platform.change(record, 2, { ...data, port: 'south' })
  expect(
    (await told())
      .slice(2)
      .map(({ watch: id }) => id)
      .sort(),
  ).toEqual([one.watch, search.watch].sort())
})

it('is for whoever may see: a person what is about them, an official what the register opens to the role', async () => {
  const mine = await watch({ record }, person({ id: owner(1) }))
  if (isRefused(mine)) throw new Error(mine.code)
  expect(await watch({ record }, person({ id: owner(2) }))).toMatchObject({ code: 'registers.record-not-found' })
  const stranger = official({ organisation: 'transport', roles: ['archivist'] })
  expect(await watch({ record }, stranger)).toMatchObject({ code: 'registers.access-not-granted' })
  const surveyor = official({ organisation: 'transport', roles: ['surveyor'] })
  expect(await watch({ where: { port: 'north' } }, surveyor)).toMatchObject({ code: 'registers.column-not-granted' })
  // The vessel is sold: its former owner is not told any more, not even of this.
  const before = (await told()).length
  await platform.change(record, 3, { ...data, owner: owner(2), port: 'north' })
  expect((await told()).slice(before).map(({ watcher }) => watcher)).toEqual([keeper.id])
})

it('refuses what cannot be watched, and more than one may', async () => {
  expect(await watch({ register: 'berths', where: { id: 'x' } })).toMatchObject({
    code: 'registers.watch-unsupported',
    pointer: '/register',
  })
  expect(await watch({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  expect(await watch({ record: 'vessel_01960000-0000-7000-8000-0000000000aa' })).toMatchObject({
    code: 'registers.record-not-found',
  })
  expect(await watch({ where: { colour: 'red' } })).toMatchObject({ code: 'registers.column-not-found' })
  for (let open = 2; open < mostWatches; open++) await watch({ where: { port: 'east' } })
  expect(await watch({ record })).toMatchObject({ code: 'registers.watches-too-many', params: { most: mostWatches } })
})
