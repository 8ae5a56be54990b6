import { expect, test } from 'vitest'
import { decideWaiting } from './decide-waiting.ts'

test.each([
  ['applicant', ['person_1', null], ['facts']],
  [null, [null], ['facts']],
  ['agency', [], ['timer', 'facts']],
  ['date', [], ['message', 'timer']],
  [null, [], ['message']],
  [null, [], []],
] as const)('a case waits for %s', (waiting, tasks, work) => {
  expect(decideWaiting('in-progress', { tasks, work })).toBe(waiting)
  expect(decideWaiting('closed', { tasks, work })).toBeNull()
})
