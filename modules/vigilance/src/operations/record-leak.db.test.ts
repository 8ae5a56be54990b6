import { expect, test } from 'vitest'
import { listLeaks, recordLeak } from '../contract/index.ts'
import { organisation as lawless, officer, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, run, settle, listEvents } = await vigilancePlatform()
const organisation = 'tax-agency'
const what = 'A table of incomes lay open in the network'

test('a leak starts the clocks of the law from when it was known', async () => {
  // A Monday, 9:00 where the organisation is.
  const { leak } = await must(recordLeak, { organisation, what, persons: 1200, known: '2026-03-02T03:00:00Z' })
  const { items } = await must(listLeaks, { organisation })
  expect(items).toMatchObject([{ leak, persons: 1200, recorded: { by: officer.id } }])
  expect(items[0]?.duties.map(({ duty, to, due, late }) => [duty, to, new Date(due).toISOString(), late])).toEqual([
    ['primary-notice', 'authority', '2026-03-03T03:00:00.000Z', false],
    ['findings', 'authority', '2026-03-05T03:00:00.000Z', false],
    ['tell-persons', 'persons', '2026-03-05T19:00:00.000Z', false],
  ])
  expect(items[0]?.duties[0]?.text.en).toBe('Notify the data protection authority of the leak')
  await settle()
  expect((await listEvents('vigilance.leak-recorded')).map(({ data }) => data)).toEqual([{ leak, persons: 1200 }])
})

test('it cannot become known later than now, and not where the law says nothing', async () => {
  const later = { organisation, what, persons: 1, known: '2026-03-02T05:00:00Z' }
  expect(await run(recordLeak, later, officer)).toMatchObject({ code: 'vigilance.leak-known-later', pointer: '/known' })
  const here = { ...later, organisation: lawless, known: '2026-03-02T03:00:00Z' }
  expect(await run(recordLeak, here, officer)).toMatchObject({ code: 'vigilance.leak-terms-unknown' })
})
