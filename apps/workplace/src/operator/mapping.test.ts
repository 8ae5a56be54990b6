import type { MigrationReport } from '@tereze/cases/contract'
import { expect, test } from 'vitest'
import { mappingOf, targetsFor } from './mapping.ts'

const name = { en: 'x', ru: 'x', kk: 'x' }
const report: MigrationReport = {
  cases: 2,
  ready: 0,
  complete: true,
  obstacles: [],
  places: [
    { process: 'p', place: { node: 'review', name }, type: 'user-task', cases: 1, to: 'look' },
    { process: 'p', place: { node: 'wait', name }, type: 'catch-event', cases: 1, to: 'wait' },
    { process: 'p', place: { node: 'old', name }, type: 'user-task', cases: 1, to: null },
  ],
  targets: [
    { process: 'p', place: { node: 'look', name }, type: 'user-task' },
    { process: 'p', place: { node: 'wait', name }, type: 'catch-event' },
    { process: 'other', place: { node: 'look-too', name }, type: 'user-task' },
  ],
}

test('what was chosen goes before what is suggested, and what keeps its id is not named', () => {
  expect(mappingOf(undefined, {})).toEqual({})
  expect(mappingOf(report, {})).toEqual({ review: 'look' })
  expect(mappingOf(report, { old: 'look', review: 'review' })).toEqual({ old: 'look', review: 'look' })
})

test('a place goes to its own process and type', () => {
  const [first] = report.places
  if (first === undefined) throw new Error('the report of the test is empty')
  expect(targetsFor(report, first).map(({ place }) => place.node)).toEqual(['look'])
})
