import { expect, test } from 'vitest'
import { compareVariants } from './index.ts'
import { flows, office, processesOf, run } from './testing.fixture.ts'

const asIs = await processesOf(
  `<process id="p"><startEvent id="s"/><userTask id="bring" tereze:role="desk"/><userTask id="look" tereze:role="clerk"/><endEvent id="e"/>${flows('s > bring > look > e')}</process>`,
)
const dream = await processesOf(
  `<process id="p"><startEvent id="s"/><serviceTask id="look" tereze:type="decide"/><endEvent id="e"/>${flows('s > look > e')}</process>`,
)
const common = {
  instances: 20,
  arrivals: { by: { every: 'PT2H' }, calendar: 'office' },
  calendars: { office },
} as const

test('variants stand side by side by time, cost, visits, papers and how often somebody has to do something', () => {
  const now = run(asIs, {
    ...common,
    work: {
      bring: { takes: { fixed: 'PT10M' }, visits: 1, papers: 3 },
      look: { takes: { fixed: 'PT1H' }, visits: 1 },
    },
    pools: {
      desk: { staff: 1, calendar: 'office', costPerHour: 6 },
      clerk: { staff: 1, calendar: 'office', costPerHour: 10 },
    },
  })
  const then = run(dream, { ...common, work: { look: { takes: { fixed: 'PT1S' } } } })
  const rows = Object.fromEntries(compareVariants([now, then]).map(({ measure, ...row }) => [measure, row]))
  expect(rows.visits).toEqual({ values: [2, 0], changes: [null, -1] })
  expect(rows.papers).toEqual({ values: [3, 0], changes: [null, -1] })
  expect(rows.handlings).toEqual({ values: [2, 0], changes: [null, -1] })
  expect(rows.cost).toEqual({ values: [11, 0], changes: [null, -1] })
  expect(rows.processing).toEqual({ values: [4200, 1], changes: [null, -0.9998] })
  expect(rows.time?.values[0]).toBeGreaterThanOrEqual(4200)
})

test('what is not known of a variant is left open, and nothing is compared with nothing', () => {
  const watched = { finished: 3, time: null, waiting: null, processing: null, cost: null, burden: null }
  const simulated = run(dream, { ...common, work: { look: { takes: { fixed: 'PT1S' } } } })
  for (const { values, changes } of compareVariants([watched, simulated])) {
    expect(values[0]).toBeNull()
    expect(changes).toEqual([null, null])
  }
  const [visits] = compareVariants([simulated, simulated]).filter(({ measure }) => measure === 'visits')
  expect(visits).toEqual({ measure: 'visits', values: [0, 0], changes: [null, null] })
})
