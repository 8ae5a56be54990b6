import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getMessageProof, listMessages, readMessage } from '../contract/index.ts'
import { hashOfJws } from '../rules/log-leaf.ts'
import { publisher, subscriber, topic, topicsPlatform } from '../topics-platform.fixture.ts'

const platform = await topicsPlatform()

it('is asked by a signed message, and from then on everything is told, in order and as far as the labels allow', async () => {
  const before = await platform.bear()
  expect(await platform.subscribe()).toHaveProperty('request')
  expect(await platform.followed()).toMatchObject([{ topic, state: 'active', reason: null, received: 0 }])
  const record = await platform.bear(3100)
  await platform.settle()
  await platform.move(record, 'south')
  expect(await platform.told()).toMatchObject([
    { position: 2, event: 'registered', key: record, version: 1, data: { region: 'north', weight: null } },
    { position: 3, event: 'changed', key: record, version: 2, data: { region: 'south', mother: platform.mother.id } },
  ])
  expect(await platform.topic()).toMatchObject({
    last: 3,
    oldest: 1,
    subscribers: [{ consumer: subscriber, state: 'active', lag: 0, waiting: 0, dead: 0, trouble: null }],
  })
  expect(before).not.toBe(record)
})

it('tells each delivery in the logs of both, signed and provable', async () => {
  for (const [organisation, direction] of [[publisher, 'sent'] as const, [subscriber, 'received'] as const]) {
    const head = official({ organisation, roles: ['head'] })
    const log = await platform.run(listMessages, { organisation, contract: topic, direction }, head)
    if (isRefused(log)) throw new Error(log.code)
    expect(log.items).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
    const message = log.items[0]?.message ?? ''
    const opened = await platform.run(readMessage, { organisation, message, direction, reason: 'a test' }, head)
    expect(opened).toMatchObject({
      intact: true,
      said: { consumer: publisher, provider: subscriber, body: { position: expect.any(Number) } },
      answered: { body: { accepted: true } },
    })
    if (isRefused(opened)) throw new Error(opened.code)
    const hash = hashOfJws(opened.message).toString('base64url')
    expect(await platform.run(getMessageProof, { organisation, message, hash }, head)).toHaveProperty('proof')
  }
})

it('catches up from a place, and what was told before is not kept twice', async () => {
  await platform.subscribe({ after: 0 })
  expect((await platform.told()).map(({ position }) => position)).toEqual([1, 2, 3])
  expect(await platform.followed()).toMatchObject([{ received: 3, last: 3 }])
  expect(await platform.listEvents('exchange.topic-message-received')).toHaveLength(3)
})

it('is refused without access, and says why; what is no topic cannot be followed', async () => {
  await platform.subscribe({ purpose: 'curiosity' })
  expect((await platform.followed()).find(({ purpose }) => purpose === 'curiosity')).toMatchObject({
    state: 'refused',
    reason: 'exchange.access-not-granted',
  })
  expect(await platform.subscribe({ topic: 'civil-registry.person@1' })).toMatchObject({
    code: 'exchange.contract-not-found',
    pointer: '/topic',
  })
})
