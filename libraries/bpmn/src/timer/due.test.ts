import { expect, test } from 'vitest'
import { scheduleOf } from './due.ts'
import { isTimerText } from './text.ts'

const moment = { now: '2026-03-02T12:00:00.000Z', zone: 'Asia/Almaty' }

test.each([
  ['duration', 'PT1H30M', '2026-03-02T13:30:00.000Z'],
  ['duration', 'P1M', '2026-04-02T12:00:00.000Z'],
  ['date', '2026-05-01T10:00:00Z', '2026-05-01T10:00:00.000Z'],
  ['date', '2026-05-01T10:00:00+0500', '2026-05-01T05:00:00.000Z'],
  ['date', '2026-05-01T10:00', '2026-05-01T05:00:00.000Z'],
  ['date', '2026-05-01', '2026-04-30T19:00:00.000Z'],
  ['cycle', 'R3/PT1H', '2026-03-02T13:00:00.000Z'],
  ['cycle', 'R/2026-05-01T00:00:00Z/P1D', '2026-05-01T00:00:00.000Z'],
  ['cycle', 'R/PT1H/2026-03-02T13:00:00Z', '2026-03-02T13:00:00.000Z'],
  ['cycle', 'R/2026-03-01T06:00:00Z/P1D', '2026-03-03T06:00:00.000Z'],
  ['cycle', '0 0/5 * * * ?', '2026-03-02T12:05:00.000Z'],
  ['cycle', '0 30 9 ? * MON-FRI', '2026-03-03T04:30:00.000Z'],
  ['cycle', '0 0 0 29 2 ?', '2028-02-28T19:00:00.000Z'],
] as const)('%s %s is due %s', (kind, text, at) => {
  expect(isTimerText(kind, text)).toBe(true)
  expect(scheduleOf(kind, text, moment)?.at).toBe(at)
})

test.each([
  ['duration', 'P'],
  ['duration', 'PT'],
  ['duration', '1 hour'],
  ['date', 'tomorrow'],
  ['cycle', 'PT1H'],
  ['cycle', 'R0/PT1H'],
  ['cycle', 'R/PT2H/2026-03-02T13:00:00Z'],
  ['cycle', 'R2/2026-03-01T06:00:00Z/PT1H'],
  ['cycle', '0 0 25 * * ?'],
  ['cycle', '0 0 L * ?'],
] as const)('%s %s is never due', (kind, text) => {
  expect(scheduleOf(kind, text, moment)).toBeUndefined()
})
