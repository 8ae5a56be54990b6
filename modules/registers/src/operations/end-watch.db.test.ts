import { person } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { endWatch, listWatches, watchRecords } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

it('ends one’s own watch, once, and nothing more is told', async () => {
  const platform = await registersPlatform()
  const data = { name: 'Ada', status: 'built', owner: owner(1) }
  const record = await platform.add(data)
  const place = { organisation: 'transport', register: 'vessels' }
  const made = await platform.run(watchRecords, { ...place, record }, keeper)
  if (isRefused(made)) throw new Error(made.code)
  const end = (actor: Parameters<typeof platform.run>[2]) =>
    platform.run(endWatch, { organisation: 'transport', watch: made.watch }, actor)
  const missing = { code: 'registers.watch-not-found', pointer: '/watch' }
  expect(await end(person({ id: owner(1) }))).toMatchObject(missing)
  expect(await end(keeper)).toEqual({ watch: made.watch })
  expect(await end(keeper)).toMatchObject(missing)
  await platform.change(record, 1, { ...data, port: 'south' })
  await platform.settle()
  expect(await platform.listEvents('registers.watched-changed')).toEqual([])
  const listed = await platform.run(listWatches, { organisation: 'transport' }, keeper)
  expect(listed).toMatchObject({ items: [{ watch: made.watch, state: 'ended', last: null }] })
})
