import { system } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { readTopic, serveMessage } from '../contract/index.ts'
import { publisher, subscriber, topic, topicsPlatform, wanted } from '../topics-platform.fixture.ts'

const platform = await topicsPlatform()
const read = (after?: number, limit?: number) =>
  platform.run(
    readTopic,
    {
      organisation: subscriber,
      topic,
      ...(after === undefined ? {} : { after }),
      ...(limit === undefined ? {} : { limit }),
    },
    platform.integrator,
  )

it('reads what was told, in order and in portions; it is an access to the data of the persons', async () => {
  expect(await read()).toMatchObject({ code: 'exchange.not-subscribed' })
  await platform.subscribe()
  await platform.settle()
  for (let number = 0; number < 3; number++) await platform.bear()
  await platform.settle()
  expect(await read(0, 2)).toMatchObject({ items: [{ position: 1 }, { position: 2 }], next: 2 })
  expect(await read(2)).toMatchObject({ items: [{ position: 3 }], next: 3 })
  expect(await read(3)).toEqual({ items: [], next: 3 })
  expect(
    platform.audited.filter(({ operation }) => operation === 'exchange.read-topic').flatMap(({ subjects }) => subjects),
  ).toContain(platform.mother.id)
})

/** A system of the subscriber that is run elsewhere asks the publisher itself. */
const ask = async (body: object) => {
  const message = await (await own).sign({
    contract: topic,
    consumer: subscriber,
    system: 'health-information-system',
    provider: publisher,
    purpose: wanted.purpose,
    body,
  })
  return platform.run(serveMessage, { message, provider: publisher }, system({ organisation: subscriber }))
}
const own = platform.newSystem().then(async made => {
  await platform.register(subscriber, 'health-information-system', made.publicJwk)
  return made
})
const bodyOf = (served: object) =>
  JSON.parse(
    Buffer.from(('reply' in served ? String(served.reply) : '').split('.')[1] ?? '', 'base64url').toString() || '{}',
  ).body as unknown

it('is read by a signed message too, without a subscription, from any place that is kept', async () => {
  expect(bodyOf(await ask({ ask: 'read', after: 1, limit: 1 }))).toMatchObject({
    position: 2,
    items: [{ position: 2 }],
  })
  expect(await ask({ ask: 'everything' })).toMatchObject({ code: 'exchange.body-invalid', pointer: '/body/ask' })
})

it('forgets what was kept as long as the contract says, and tells whoever comes too late', async () => {
  platform.clock.advance({ days: 31 })
  await platform.bear()
  await platform.settle()
  expect(await read()).toMatchObject({ items: [{ position: 4 }] })
  expect(await ask({ ask: 'read', after: 1 })).toMatchObject({
    code: 'exchange.position-forgotten',
    params: { oldest: 4 },
  })
  expect(bodyOf(await ask({ ask: 'read', after: 0 }))).toMatchObject({ position: 4, items: [{ position: 4 }] })
})
