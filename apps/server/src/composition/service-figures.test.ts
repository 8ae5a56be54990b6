import { expect, it } from 'vitest'
import { figuresFrom } from './service-figures.ts'

const question = { service: 'benefit', from: '2026-03-02', to: '2026-03-11' }
const group = (service: string, outcome: string, month: string, count: number) => ({
  codes: [service, outcome, month],
  count,
  sum: 0,
  largest: 0,
})
const step = (kind: 'task' | 'step', done: number) => ({ kind, done }) as never
const time = { count: 8, mean: 0, p50: 1.5 * 86_400, p90: 0, p99: 0, most: 0 }

it('figures of a service: cases a day, median days, tasks for each finished case, refused of decided ones since then', () => {
  const groups = [
    group('benefit', 'granted', '2026-03', 6),
    group('benefit', 'refused', '2026-03', 2),
    group('benefit', 'refused', '2026-02', 50),
    group('other', 'refused', '2026-03', 9),
  ]
  const mined = { cases: 25, finished: 8, time, steps: [step('task', 12), step('step', 99)] }
  expect(figuresFrom(mined, groups, question)).toEqual({
    casesPerDay: 2.5,
    medianDays: 1.5,
    tasksPerCase: 1.5,
    refusedPercent: 25,
  })
})

it('what no case says is not known', () => {
  const nothing = { casesPerDay: null, medianDays: null, tasksPerCase: null, refusedPercent: null }
  expect(figuresFrom(null, [], question)).toEqual(nothing)
  const begun = { cases: 10, finished: 0, time: null, steps: [] }
  expect(figuresFrom(begun, [], question)).toEqual({ ...nothing, casesPerDay: 1 })
})
