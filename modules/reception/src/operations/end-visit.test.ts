import { expect, it } from 'vitest'
import { visitEnd } from '../rules/visit-end.ts'
import { isOver } from '../visits/own-visit.ts'

const now = new Date('2026-03-02T05:00:00Z')

it('ends a visit after an hour, or when the hall closes', () => {
  const at = { day: '2026-03-02', zone: 'Asia/Almaty' }
  expect(visitEnd(now, { ...at, closes: '20:00' }).toISOString()).toBe('2026-03-02T06:00:00.000Z')
  expect(visitEnd(now, { ...at, closes: '10:30' }).toISOString()).toBe('2026-03-02T05:30:00.000Z')
})

it('is over when somebody ended it or its time has come', () => {
  const endsAt = '2026-03-02T06:00:00Z'
  expect(isOver({ endsAt, endedAt: null }, now)).toBe(false)
  expect(isOver({ endsAt, endedAt: now.toISOString() }, now)).toBe(true)
  expect(isOver({ endsAt, endedAt: null }, new Date(endsAt))).toBe(true)
})
