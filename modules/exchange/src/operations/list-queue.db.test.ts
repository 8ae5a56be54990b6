import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listQueue } from '../contract/index.ts'
import { deadMessage, deadMessages, sender } from '../dead-messages.fixture.ts'

const platform = await deadMessages()
const list = async (more: object = {}) => {
  const found = await platform.run(listQueue, { organisation: sender, ...more }, platform.integrator)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

it('tells what waits and what was given up, newest first, in pages and by state', async () => {
  const good = '01960000-0000-7000-8000-00000000900d'
  platform.clock.advance({ seconds: 1 })
  await platform.send(good, 'benefit-eligibility')
  const { items } = await list()
  expect(items).toMatchObject([
    { message: good, state: 'waiting', attempts: 0, code: null, provider: 'tax-agency' },
    { message: deadMessage, state: 'dead', attempts: 1, code: 'exchange.access-not-granted' },
  ])
  expect((await list({ state: 'dead' })).items.map(({ message }) => message)).toEqual([deadMessage])
  const first = await list({ limit: 1 })
  expect((await list({ limit: 1, after: first.next ?? '' })).items).toEqual([items[1]])
  expect((await list({ limit: 2 })).next).toBeNull()
})
