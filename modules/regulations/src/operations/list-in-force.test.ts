import { expect, it } from 'vitest'
import { momentOf } from '../rules/moment-of.ts'

it('tells days by the zone of the body', () => {
  const now = new Date('2026-04-30T19:30:00.250Z')
  expect(momentOf(now, 'Asia/Almaty')).toBe('2026-05-01T00:30:00.250+05:00')
  expect(momentOf(now, 'UTC')).toBe('2026-04-30T19:30:00.250+00:00')
  expect(momentOf(now, 'America/Sao_Paulo')).toBe('2026-04-30T16:30:00.250-03:00')
  expect(new Date(momentOf(now, 'Asia/Kathmandu'))).toEqual(now)
})
