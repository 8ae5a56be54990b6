import { readFileSync } from 'node:fs'
import type { Calendar } from '@tereze/working-time'
import { expect, it } from 'vitest'
import { hoursOf } from './hours-of.ts'

const calendar: Calendar = JSON.parse(
  readFileSync(new URL('../../../../content/jurisdictions/demo/calendar.json', import.meta.url), 'utf8'),
)
const hours = [
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:30' },
  { days: [6], from: '10:00', to: '14:00' },
]
const at = (now: string, known: Calendar | null = calendar) => hoursOf(hours, known, 'Asia/Almaty', now)

it('opens and shuts to the minute, by the clock of the hall', () => {
  expect(at('2026-03-02T03:59:00.000Z')).toEqual({
    day: '2026-03-02',
    hours: { from: '09:00', to: '18:30' },
    isOpen: false,
  })
  expect(at('2026-03-02T04:00:00.000Z').isOpen).toBe(true)
  expect(at('2026-03-02T13:29:00.000Z').isOpen).toBe(true)
  expect(at('2026-03-02T13:30:00.000Z').isOpen).toBe(false)
})

it('has other hours on another day of the week, and none on a day without any', () => {
  expect(at('2026-03-07T06:00:00.000Z')).toMatchObject({ hours: { from: '10:00' }, isOpen: true })
  expect(at('2026-03-01T06:00:00.000Z')).toEqual({ day: '2026-03-01', hours: null, isOpen: false })
})

it('is shut on holidays of the calendar, and a day begins at midnight of the zone', () => {
  expect(at('2026-03-09T06:00:00.000Z')).toEqual({ day: '2026-03-09', hours: null, isOpen: false })
  expect(at('2026-03-09T06:00:00.000Z', null).isOpen).toBe(true)
  expect(at('2026-03-02T20:00:00.000Z').day).toBe('2026-03-03')
})
