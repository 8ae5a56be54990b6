import { expect, it } from 'vitest'
import { waitedMinutes } from './waited-minutes.ts'

it('tells whole minutes', () => {
  expect([0, 29, 30, 89, 90, 3600].map(waitedMinutes)).toEqual([0, 0, 1, 1, 2, 60])
})
