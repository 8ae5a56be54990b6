import { expect, it } from 'vitest'
import { unsubscribeTopic } from '../contract/index.ts'
import { subscriber, topic, topicsPlatform, wanted } from '../topics-platform.fixture.ts'

const platform = await topicsPlatform()
const { purpose } = wanted
const leave = () => platform.run(unsubscribeTopic, { organisation: subscriber, topic, purpose }, platform.integrator)

it('takes nothing more, and the publisher stops telling; a new subscription goes on where the old one ended', async () => {
  expect(await leave()).toMatchObject({ code: 'exchange.not-subscribed', pointer: '/topic' })
  await platform.subscribe()
  await platform.settle()
  await platform.bear()
  await platform.told()
  expect(await leave()).toEqual({ topic })
  await platform.bear()
  expect(await platform.followed()).toMatchObject([{ state: 'ended', reason: null, received: 1 }])
  expect(await platform.topic()).toMatchObject({ last: 2, subscribers: [{ state: 'ended', waiting: 0, lag: 1 }] })
  expect(await leave()).toMatchObject({ code: 'exchange.not-subscribed' })
  await platform.subscribe()
  expect((await platform.told()).map(({ position }) => position)).toEqual([1, 2])
})
