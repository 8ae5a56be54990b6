import { expect, it } from 'vitest'
import { shownSize } from './file-size.ts'

it.each([
  [1, 'kilobyte', 0.1],
  [1500, 'kilobyte', 1.5],
  [64_000, 'kilobyte', 64],
  [8_388_608, 'megabyte', 8.4],
  [1_073_741_824, 'gigabyte', 1.1],
  [31_000_000_000, 'gigabyte', 31],
])('%i bytes', (bytes, unit, value) => expect(shownSize(bytes)).toEqual({ unit, value }))
