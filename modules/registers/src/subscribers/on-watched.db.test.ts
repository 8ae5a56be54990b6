import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { destroyRecord, listWatches, watchRecords } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const organisation = 'transport'
const data = { name: 'Ada', status: 'built', owner: owner(1), launched: '2001-01-01' }

it('tells of what happens from then on until the record is destroyed; of other registers nothing', async () => {
  const record = await platform.add(data)
  platform.clock.advance({ seconds: 1 })
  const made = await platform.run(watchRecords, { organisation, register: 'vessels', record }, keeper)
  if (isRefused(made)) throw new Error(made.code)
  await platform.add({ anything: 1 }, 'berths')
  await platform.settle()
  const told = async () =>
    (await platform.listEvents('registers.watched-changed')).map(({ data: what }) => (what as { event: string }).event)
  expect(await told()).toEqual([])
  await platform.change(record, 1, { ...data, port: 'north' })
  const archivist = official({ organisation, roles: ['archivist'] })
  const destroyed = await platform.run(
    destroyRecord,
    { organisation, register: 'vessels', record, version: 2, reason: 'the time to keep it is over' },
    archivist,
  )
  expect(destroyed).not.toHaveProperty('code')
  await platform.settle()
  expect(await told()).toEqual(['changed', 'destroyed'])
  expect(await platform.run(listWatches, { organisation }, keeper)).toMatchObject({
    items: [{ last: { event: 'destroyed', record } }],
  })
})
