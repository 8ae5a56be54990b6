import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { beforeAll, expect, it } from 'vitest'
import { grantAccess, listAccess, listQueue, pauseService, replayMessage, revokeAccess } from '../contract/index.ts'
import { subscriberWindow } from '../rules/decide-hand-over.ts'
import { publisher, subscriber, topic, topicsPlatform, wanted } from '../topics-platform.fixture.ts'

const platform = await topicsPlatform()
const keeper = official({ organisation: publisher, roles: ['integrator'] })
const one = async () => (await platform.topic()).subscribers[0]

beforeAll(async () => {
  await platform.subscribe()
  await platform.settle()
})

it('tells how far a subscriber is behind and why; nothing is lost while it is closed, and its window does not grow', async () => {
  const until = new Date(platform.clock.now().getTime() + 3_600_000).toISOString()
  await platform.run(pauseService, { organisation: subscriber, until }, platform.integrator)
  const births = await Promise.all(Array.from({ length: subscriberWindow + 2 }, () => platform.bear()))
  expect(await one()).toMatchObject({
    state: 'active',
    lag: births.length,
    waiting: subscriberWindow,
    trouble: 'exchange.service-paused',
  })
  platform.clock.advance({ hours: 2 })
  expect(await one()).toMatchObject({ lag: 0, waiting: 0, trouble: null })
  expect(await platform.followed()).toMatchObject([{ received: births.length }])
})

it('keeps what is about one record behind its dead letter, and lets everything else go on', async () => {
  const [held, free] = [await platform.bear(), await platform.bear()]
  const until = new Date(platform.clock.now().getTime() + 3_600_000).toISOString()
  await platform.run(pauseService, { organisation: subscriber, until }, platform.integrator)
  await platform.settle()
  // Five days without an answer: given up.
  platform.clock.advance({ days: 6 })
  const again = new Date(platform.clock.now().getTime() + 3_600_000).toISOString()
  await platform.run(pauseService, { organisation: subscriber, until: again }, platform.integrator)
  expect(await one()).toMatchObject({ dead: 2, waiting: 0, trouble: 'exchange.service-paused' })
  platform.clock.advance({ hours: 2 })
  await platform.move(held, 'south')
  const other = await platform.bear()
  expect((await platform.told()).at(-1)).toMatchObject({ key: other })
  expect(await one()).toMatchObject({ dead: 2, waiting: 1 })
  const queue = await platform.run(listQueue, { organisation: publisher, state: 'dead' }, keeper)
  if (isRefused(queue)) throw new Error(queue.code)
  expect(queue.items).toMatchObject([{ contract: topic, provider: subscriber }, { provider: subscriber }])
  for (const { message } of queue.items) await platform.run(replayMessage, { organisation: publisher, message }, keeper)
  await platform.settle()
  const told = (await platform.told()).filter(({ key }) => key === held || key === free)
  expect(told.filter(({ key }) => key === held).map(({ version }) => version)).toEqual([1, 2])
  expect(await one()).toMatchObject({ lag: 0, dead: 0 })
})

it('stops with the reason when access is taken back, tells the subscriber, and goes on without a gap when it is given anew', async () => {
  const { organisation, ...asked } = wanted
  const accesses = await platform.run(listAccess, { organisation: publisher, contract: topic }, keeper)
  if (isRefused(accesses)) throw new Error(accesses.code)
  const { access = '' } = accesses.items.find(({ consumer }) => consumer === subscriber) ?? {}
  const last = (await platform.topic()).last
  await platform.bear()
  await platform.run(revokeAccess, { organisation: publisher, access, reason: 'a test' }, keeper)
  const stopped = { state: 'stopped', reason: 'exchange.access-revoked' }
  expect(await one()).toMatchObject({ ...stopped, lag: 1, waiting: 0 })
  expect(await platform.followed()).toMatchObject([stopped])
  expect(await platform.listEvents('exchange.subscription-stopped')).toMatchObject([{ data: { consumer: subscriber } }])
  const { topic: contract, purpose, ground } = asked
  const until = new Date(platform.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
  await platform.run(
    grantAccess,
    { organisation: publisher, contract, consumer: organisation, purpose, ground, until },
    keeper,
  )
  await platform.subscribe()
  expect((await platform.told(last)).map(({ position }) => position)).toEqual([last + 1])
})

it('stops by itself when the term of the access is over, although nothing was said', async () => {
  platform.clock.advance({ days: 3 })
  expect(await one()).toMatchObject({ state: 'stopped', reason: 'exchange.access-ended' })
})
