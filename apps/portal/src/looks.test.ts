import { expect, it } from 'vitest'
import { looks } from '../preview/samples.ts'
import { gatherLooks } from './looks.ts'

it('looks of one sort in a row are one line, others stay apart', () => {
  const [one, two] = looks.items
  if (one === undefined || two === undefined) throw new Error('no samples')
  const again = { ...one, time: '2026-03-02T05:11:00.000Z' }
  const earlier = { ...one, time: '2026-03-01T05:11:00.000Z' }
  expect(gatherLooks([one, again, two, one, earlier]).map(({ look, times }) => [look.time, times])).toEqual([
    [one.time, 2],
    [two.time, 1],
    [one.time, 1],
    [earlier.time, 1],
  ])
})
