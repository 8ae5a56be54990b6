import { run, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { listLoads } from '../contract/index.ts'
import { publisher, topic, topicsPlatform } from '../topics-platform.fixture.ts'

const platform = await topicsPlatform()
const steward = official({ organisation: publisher, roles: ['data-steward'] })
const of = (load: string) => platform.run(listLoads, { organisation: publisher, import: load }, steward)

it('tells how far a topic is with a load, of which records it cannot tell, and nothing of loads that nobody follows', async () => {
  await platform.subscribe()
  await platform.settle()
  const [, unfit = ''] = await platform.load('births-2025', 3)
  // What the register holds of one is less than what the topic promises.
  await platform.runner.jobContext('test').write(publisher, async ({ tx }) => {
    await run(tx, sql`update registers.records set data = data - 'place' where tenant = ${publisher} and id = ${unfit}`)
  })
  await platform.settle()
  expect(await of('births-2025')).toMatchObject({
    items: [
      {
        topic,
        title: { en: expect.any(String) },
        total: 3,
        looked: 3,
        told: 2,
        unfit: 1,
        unfitRecords: [unfit],
        endedAt: expect.any(String),
      },
    ],
  })
  expect(await of('births-2024')).toEqual({ items: [] })
  // Set right, it is told as any change is.
  await platform.move(unfit, 'south')
  expect((await platform.told()).filter(({ key }) => key === unfit)).toMatchObject([{ version: 2, event: 'changed' }])
})
