import { expect, it } from 'vitest'
import { layOutTrend } from './lay-out-trend.ts'

const size = { width: 100, height: 50 }
const points = (...history: readonly [string, number | null][]) =>
  layOutTrend(
    history.map(([day, index]) => ({ day, index })),
    size,
  )

it('places days by their distance and the index between the whole ten below the worst and 100', () => {
  const trend = points(['2026-03-01', 85], ['2026-03-02', null], ['2026-03-05', 100], ['2026-03-11', 80])
  expect(trend.from).toBe(80)
  expect(trend.points.map(({ x, y }) => [x, y])).toEqual([
    [0, 37.5],
    [40, 0],
    [100, 50],
  ])
})

it('puts one day in the middle, and has nothing where nothing was checked', () => {
  expect(points(['2026-03-01', 99.5])).toMatchObject({ from: 90, points: [{ x: 50 }] })
  expect(points(['2026-03-01', null])).toEqual({ points: [], from: 0 })
  expect(points()).toEqual({ points: [], from: 0 })
})
