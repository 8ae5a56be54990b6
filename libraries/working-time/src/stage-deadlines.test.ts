import { expect, test } from 'vitest'
import { type Stage, stageDeadlines } from './stage-deadlines.ts'
import { calendar, rules } from './testing/calendar.fixture.ts'

const from = '2026-03-02T04:00:00.000Z' // Monday, 09:00 in Almaty
const local = (date: string, time = '09:00') => new Date(`${date}T${time}:00+05:00`).toISOString()
const stages: readonly Stage[] = [
  { id: 'registration', term: { workingDays: 1 } },
  { id: 'requests', term: { workingDays: 2 } },
  { id: 'decision', term: { workingDays: 2 } },
]

function datesOf(own: readonly Stage[], more: Partial<Parameters<typeof stageDeadlines>[0]> = {}) {
  const result = stageDeadlines({ from, term: { workingDays: 5 }, calendar, rules, stages: own, ...more })
  if (!result.ok) return result.refusal.code
  return result.stages.map(
    stage => `${stage.id} ${stage.date}${stage.capped ? ' capped' : ''}${stage.late ? ' late' : ''}`,
  )
}

test('stages that follow one another add up to the term of the case', () => {
  expect(datesOf(stages)).toEqual(['registration 2026-03-03', 'requests 2026-03-05', 'decision 2026-03-10'])
})

test('a stage that began early or late counts from its beginning, never beyond the case', () => {
  const [registration, requests, decision] = stages as [Stage, Stage, Stage]
  const early = { ...registration, startedAt: from, finishedAt: local('2026-03-02', '11:00') }
  expect(datesOf([early, requests, decision])).toEqual([
    'registration 2026-03-03',
    'requests 2026-03-04',
    'decision 2026-03-06',
  ])
  const late = { ...registration, startedAt: from, finishedAt: local('2026-03-05') }
  expect(datesOf([late, { ...requests, startedAt: local('2026-03-05') }, decision])).toEqual([
    'registration 2026-03-03 late',
    'requests 2026-03-10',
    'decision 2026-03-10 capped',
  ])
})

test('a suspension of the case moves the running and the planned stages, an extension of a stage only it', () => {
  const suspensions = [{ from: local('2026-03-04'), to: local('2026-03-06') }]
  expect(datesOf(stages, { suspensions })).toEqual([
    'registration 2026-03-03',
    'requests 2026-03-10',
    'decision 2026-03-12',
  ])
  const [registration, requests, decision] = stages as [Stage, Stage, Stage]
  expect(datesOf([registration, { ...requests, extensions: [{ by: { workingDays: 1 } }] }, decision])).toEqual([
    'registration 2026-03-03',
    'requests 2026-03-06',
    'decision 2026-03-10 capped',
  ])
})

test('stages in hours begin when the office has closed on the last day before', () => {
  const inHours = [
    { id: 'registration', term: { workingDays: 1 } },
    { id: 'check', term: { workingHours: 4 } },
    { id: 'answer', term: { workingHours: 2 } },
  ]
  const result = stageDeadlines({ from, term: { workingDays: 5 }, calendar, rules, stages: inHours })
  expect(result.ok && result.stages.map(stage => stage.at)).toEqual([
    local('2026-03-04', '00:00'),
    local('2026-03-04', '13:00'),
    local('2026-03-04', '16:00'),
  ])
})

test('what one stage cannot tell, none does', () => {
  expect(datesOf([{ id: 'archive', term: { years: 5 } }])).toBe('year-not-covered')
  expect(datesOf(stages, { suspensions: [{ from: local('2026-03-04') }] })).toBe('suspended')
})
