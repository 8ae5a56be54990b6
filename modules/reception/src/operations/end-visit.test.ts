import { expect, it } from 'vitest'
import { visitEnd } from '../rules/visit-end.ts'
import { isOver } from '../visits/own-visit.ts'

const now = new Date('2026-03-02T05:00:00Z')

it('ends a visit after an hour, or with the day', () => {
  const at = { day: '2026-03-02', zone: 'Asia/Almaty' }
  expect(visitEnd(now, at).toISOString()).toBe('2026-03-02T06:00:00.000Z')
  const late = visitEnd(new Date('2026-03-02T18:40:00Z'), at)
  expect(late.getTime()).toBeLessThanOrEqual(Date.parse('2026-03-02T19:00:00Z'))
  expect(late.getTime()).toBeGreaterThan(Date.parse('2026-03-02T18:59:00Z'))
})

it('is over when somebody ended it or its time has come', () => {
  const endsAt = '2026-03-02T06:00:00Z'
  expect(isOver({ endsAt, endedAt: null }, now)).toBe(false)
  expect(isOver({ endsAt, endedAt: now.toISOString() }, now)).toBe(true)
  expect(isOver({ endsAt, endedAt: null }, new Date(endsAt))).toBe(true)
})
