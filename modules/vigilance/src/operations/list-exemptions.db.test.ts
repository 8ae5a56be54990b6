import { expect, test } from 'vitest'
import { giveExemption, listExemptions } from '../contract/index.ts'
import { clerk, organisation, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, clock } = await vigilancePlatform()

test('exemptions come newest first, page by page, with where they stand', async () => {
  for (const until of ['2026-03-04', '2026-03-09', '2026-03-10']) {
    clock.advance({ minutes: 1 })
    await must(giveExemption, { organisation, rule: 'many', actor: clerk.id, until, reason: 'The yearly count is on' })
  }
  clock.advance({ days: 4 })
  const first = await must(listExemptions, { organisation, limit: 2 })
  const rest = await must(listExemptions, { organisation, limit: 2, after: first.next ?? '' })
  expect([...first.items, ...rest.items].map(({ state }) => state)).toEqual(['in-force', 'in-force', 'over'])
  expect(rest.next).toBeNull()
})
