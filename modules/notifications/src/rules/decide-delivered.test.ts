import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Counting, DeliveryUncountable, decideDelivered } from './decide-delivered.ts'

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../../content/jurisdictions/demo/${file}`, import.meta.url), 'utf8'))
const counting = {
  calendar: read('calendar.json'),
  rules: read('deadline-rules.json'),
  zone: 'Asia/Almaty',
} as Counting
const rule = { after: { workingDays: 5 }, ground: 'act:x/1' }
// A Monday; five working days end with Monday a week later, the day after the holiday of 8 March.
const placedAt = '2026-03-02T04:00:00.000Z'
const delivered = (openedAt: string | null, now: string, more: object = {}) => {
  const { at, by } = decideDelivered({ placedAt, openedAt, rule, counting, now: new Date(now), ...more })
  return [at, by]
}
const { latest } = decideDelivered({ placedAt, openedAt: null, rule, counting, now: new Date(placedAt) })

it('counts from when it was opened', () => {
  const opened = '2026-03-03T06:00:00.000Z'
  expect(delivered(opened, '2026-03-04T00:00:00Z')).toEqual([opened, 'opened'])
})

it('counts from the end of the term when nobody opened it in time, also where they did later', () => {
  expect(latest).toMatch(/^2026-03-/)
  const before = new Date(Date.parse(latest ?? '') - 1).toISOString()
  expect(delivered(null, before)).toEqual([null, null])
  expect(delivered(null, latest ?? '')).toEqual([latest, 'term'])
  expect(delivered('2026-06-01T00:00:00.000Z', '2026-06-02T00:00:00Z')).toEqual([latest, 'term'])
})

it('waits for ever where the law has no term', () => {
  const open = { rule: { ground: 'act:x/1' } }
  expect(delivered(null, '2030-01-01T00:00:00Z', open)).toEqual([null, null])
  expect(delivered('2029-01-01T00:00:00.000Z', '2030-01-01T00:00:00Z', open)).toEqual([
    '2029-01-01T00:00:00.000Z',
    'opened',
  ])
})

it('says that the calendar does not reach so far rather than guess', () => {
  expect(() => delivered(null, placedAt, { placedAt: '2099-01-01T00:00:00.000Z' })).toThrow(DeliveryUncountable)
})
