import { expect, test } from 'vitest'
import { listLeaks, recordLeak } from '../contract/index.ts'
import { vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must } = await vigilancePlatform()
const organisation = 'tax-agency'

test('leaks come newest first, page by page, and none of another organisation', async () => {
  for (const day of ['01-20', '02-11', '02-02'])
    await must(recordLeak, {
      organisation,
      what: 'A table of incomes lay open in the network',
      persons: 1,
      known: `2026-${day}T03:00:00Z`,
    })
  const first = await must(listLeaks, { organisation, limit: 2 })
  const rest = await must(listLeaks, { organisation, limit: 2, after: first.next ?? '' })
  expect([...first.items, ...rest.items].map(({ known }) => known.slice(5, 10))).toEqual(['02-11', '02-02', '01-20'])
  expect((await must(listLeaks, { organisation: 'health' })).items).toEqual([])
})
