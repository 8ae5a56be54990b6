import { rows, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { tellLoads } from './jobs/tell-loads.ts'
import { topicsPlatform } from './topics-platform.fixture.ts'

const platform = await topicsPlatform()

it('tells 2 500 loaded records to a subscriber, each once, though every third portion is lost with its node', async () => {
  await platform.subscribe()
  await platform.settle()
  const records: string[] = []
  for (const batch of [1, 2, 3]) records.push(...(await platform.load(`births-${batch}`, batch === 3 ? 500 : 1_000)))
  const { jobContext } = platform.runner
  let portions = 0
  let longest = 0
  platform.runner.jobContext = name => {
    const job = jobContext(name)
    if (name !== tellLoads.name) return job
    return {
      ...job,
      report: () => undefined,
      write: (tenant, work) =>
        job.write(tenant, async context => {
          const began = performance.now()
          const done = await work(context)
          longest = Math.max(longest, performance.now() - began)
          if (++portions % 3 === 0) throw new Error('the node is gone')
          return done
        }),
    }
  }
  for (let open = 1; open > 0; ) {
    await platform.settle()
    const [row] = await rows(
      platform.database,
      sql<{ open: number }>`select count(*)::int as open from exchange.loads where ended_at is null`,
    )
    open = row?.open ?? 0
  }
  const keys: string[] = []
  for (let after = 0; ; ) {
    const items = await platform.told(after)
    if (items.length === 0) break
    keys.push(...items.map(({ key }) => key))
    after = items.at(-1)?.position ?? after
  }
  // Whoever says something on the topic meanwhile waits for one portion at most.
  expect(longest).toBeLessThan(2_000)
  expect(portions).toBeGreaterThan(records.length / 50)
  expect(keys).toHaveLength(records.length)
  expect(new Set(keys)).toEqual(new Set(records))
}, 600_000)
