import { expect, it } from 'vitest'
import { openedBetween } from './opened-between.ts'

it('is whole local days, also where a clock changes', () => {
  expect(openedBetween('2026-03-02', '2026-03-02', 'Asia/Almaty')).toEqual({
    after: '2026-03-01T19:00:00.000Z',
    before: '2026-03-02T19:00:00.000Z',
  })
  const { after, before } = openedBetween('2026-03-29', '2026-03-29', 'Europe/Berlin')
  expect(Date.parse(before) - Date.parse(after)).toBe(23 * 3_600_000)
})
