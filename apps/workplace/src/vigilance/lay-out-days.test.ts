import { expect, test } from 'vitest'
import { layOutDays } from './lay-out-days.ts'

const size = { width: 100, height: 40 }

test('bars stand beside each other; the gravest lie at the bottom; the highest fills the picture', () => {
  const { blocks, most } = layOutDays(
    [
      { day: '2026-03-01', low: 0, medium: 0, high: 0 },
      { day: '2026-03-02', low: 2, medium: 1, high: 1 },
    ],
    size,
  )
  expect(most).toBe(4)
  expect(blocks.map(({ severity, x, y, height }) => [severity, x, y, height])).toEqual([
    ['high', 57.5, 30, 10],
    ['medium', 57.5, 20, 10],
    ['low', 57.5, 0, 20],
  ])
})

test('nothing found is no bar, and the scale still has an upper edge', () => {
  expect(layOutDays([{ day: '2026-03-01', low: 0, medium: 0, high: 0 }], size)).toEqual({ blocks: [], most: 1 })
  expect(layOutDays([], size)).toEqual({ blocks: [], most: 1 })
})
