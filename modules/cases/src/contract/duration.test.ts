import { expect, it } from 'vitest'
import { millisecondsOf } from './duration.ts'

it.each([
  ['PT30S', 30_000],
  ['PT1H5M', 3_900_000],
  ['P2DT1H', 176_400_000],
  ['P1D', 86_400_000],
  ['30 s', 0],
])('%s is %i milliseconds', (duration, milliseconds) => {
  expect(millisecondsOf(duration)).toBe(milliseconds)
})
