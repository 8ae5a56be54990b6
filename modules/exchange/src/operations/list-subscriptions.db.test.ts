import { expect, it } from 'vitest'
import { topic, topicsPlatform } from '../topics-platform.fixture.ts'

it('tells what an organisation follows, why, and what came', async () => {
  const platform = await topicsPlatform()
  expect(await platform.followed()).toEqual([])
  await platform.subscribe()
  await platform.settle()
  await platform.bear()
  expect(await platform.followed()).toEqual([
    {
      topic,
      title: expect.objectContaining({ en: 'Changes of birth records' }),
      provider: 'civil-registry',
      purpose: 'clinic-attachment',
      purposeTitle: expect.objectContaining({ en: 'Attachment to a clinic' }),
      ground: 'act:public-services/14',
      state: 'active',
      reason: null,
      since: expect.any(String),
      received: 1,
      last: 1,
      lastAt: expect.any(String),
    },
  ])
})
