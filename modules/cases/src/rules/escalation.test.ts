import type { Calendar } from '@tereze/working-time'
import { expect, test } from 'vitest'
import demo from '../../../../content/jurisdictions/demo/calendar.json' with { type: 'json' }
import { escalationsOf, watchedTimes } from './escalation.ts'

const calendar = demo as unknown as Calendar
const term = { date: '2026-03-10', at: '2026-03-10T19:00:00.000Z' }

test('one hears of a term at its end', () => {
  expect(watchedTimes([{ to: 'head' }], term, calendar, 'Asia/Almaty')).toEqual([
    { to: 'head', over: true, at: term.at },
  ])
})

test('or so many working days before, days off between them not counted', () => {
  const near = (workingDays: number) =>
    watchedTimes([{ to: 'head', before: { workingDays } }], term, calendar, 'Asia/Almaty').map(({ at }) => at)
  expect(near(0)).toEqual(['2026-03-09T19:00:00.000Z'])
  expect(near(1)).toEqual(['2026-03-08T19:00:00.000Z'])
  expect(near(2)).toEqual(['2026-03-04T19:00:00.000Z'])
})

test('a user task names one escalation or several', () => {
  expect(escalationsOf(undefined)).toEqual([])
  expect(escalationsOf('{"to":"head"}')).toEqual([{ to: 'head' }])
  expect(escalationsOf('[{"to":"head"},{"to":"head","before":{"workingDays":1}}]')).toHaveLength(2)
})
