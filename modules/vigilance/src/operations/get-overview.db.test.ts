import { expect, test } from 'vitest'
import { getOverview } from '../contract/index.ts'
import { organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { newLine, look, must, clock } = await vigilancePlatform()

test('the last thirty days stand there, none left out, with rules and with how far the log was looked at', async () => {
  expect(await must(getOverview, { organisation })).toMatchObject({ open: 0, looked: { lines: 0, of: 0, at: null } })
  await look(...[1, 2, 3].map(n => newLine({ subjects: [somebody(n)] })))
  clock.advance({ days: 2 })
  await look(...[4, 5, 6].map(n => newLine({ subjects: [somebody(n)] })))
  const { open, days, rules, looked } = await must(getOverview, { organisation })
  expect(open).toBe(2)
  expect(days).toHaveLength(30)
  expect(days.slice(-3)).toEqual([
    { day: '2026-03-02', low: 0, medium: 0, high: 1 },
    { day: '2026-03-03', low: 0, medium: 0, high: 0 },
    { day: '2026-03-04', low: 0, medium: 0, high: 1 },
  ])
  expect(rules.map(({ rule, found, falseAlarms }) => [rule, found, falseAlarms])).toEqual([
    ['many', 2, 0],
    ['family', 0, 0],
    ['travel', 0, 0],
    ['protected', 0, 0],
  ])
  expect(looked).toMatchObject({ lines: 6, of: 6 })
})
