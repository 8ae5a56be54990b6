import { expect, it } from 'vitest'
import { refusedDays } from './refused-days.ts'

it('takes one day to a year, and no days the wrong way round', () => {
  expect(refusedDays('2026-03-02', '2026-03-02')).toBeNull()
  expect(refusedDays('2026-01-01', '2027-01-01')).toBeNull()
  expect(refusedDays('2026-01-01', '2027-01-02')).toMatchObject({ code: 'reception.days-unfit', pointer: '/until' })
  expect(refusedDays('2026-03-02', '2026-03-01')).toMatchObject({ code: 'reception.days-unfit' })
})
