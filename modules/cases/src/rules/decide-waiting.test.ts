import { expect, test } from 'vitest'
import { decideWaiting } from './decide-waiting.ts'

test.each([
  ['applicant', ['person_1', null], ['facts'], false],
  [null, [null], ['facts'], true],
  ['agency', [], ['timer', 'facts'], false],
  ['agency', [], ['timer'], true],
  ['agency', [], [], true],
  ['date', [], ['message', 'timer'], false],
  [null, [], ['message', 'closing'], false],
  [null, [], [], false],
] as const)('a case waits for %s', (waiting, tasks, work, hears) => {
  expect(decideWaiting('in-progress', null, { tasks, work, hears })).toBe(waiting)
  expect(decideWaiting('closed', null, { tasks, work, hears })).toBeNull()
})

test.each([
  ['answer', 'applicant'],
  ['agency', 'agency'],
  ['date', 'date'],
] as const)('a case that is suspended until %s waits for %s, whatever officials have to do', (until, waiting) => {
  expect(decideWaiting('in-progress', until, { tasks: [null], work: ['timer', 'facts'], hears: true })).toBe(waiting)
  expect(decideWaiting('in-progress', until, { tasks: ['person_1'], work: [], hears: false })).toBe('applicant')
  expect(decideWaiting('closed', until, { tasks: [], work: [], hears: false })).toBeNull()
})
