import { rows, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { topicsPlatform } from '../topics-platform.fixture.ts'

it('says each version once, the newest where several came at once, and nothing of other registers', async () => {
  const platform = await topicsPlatform()
  const said = () =>
    rows(
      platform.database,
      sql<{
        position: number
        event: string
        version: number
      }>`select position, event, version from exchange.publications
        order by position`,
    )
  const record = await platform.bear()
  await platform.move(record, 'south')
  await platform.settle()
  expect(await said()).toEqual([{ position: 1, event: 'registered', version: 2 }])
  await platform.move(record, 'north')
  await platform.settle()
  const before = await said()
  expect(before.map(({ version }) => version)).toEqual([2, 3])
})
