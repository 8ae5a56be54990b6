import { expect, test } from 'vitest'
import { decideTold } from './decide-told.ts'

test.each([
  ['everybody is told', { persons: 2, named: 2, told: 2 }, true],
  ['more were found than thought', { persons: 2, named: 3, told: 3 }, true],
  ['somebody waits', { persons: 2, named: 2, told: 1 }, false],
  ['not all are found', { persons: 3, named: 2, told: 2 }, false],
  ['nobody is named', { persons: 0, named: 0, told: 0 }, false],
])('%s', (_, counts, is) => {
  expect(decideTold(counts)).toBe(is)
})
