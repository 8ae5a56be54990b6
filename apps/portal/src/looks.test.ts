import { expect, it } from 'vitest'
import { looks } from '../preview/samples/index.ts'
import { gatherLooks, lookFilter } from './looks.ts'

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

it('what machines did for one case is one line, also between other looks; another case is another line', () => {
  const [one] = looks.items
  if (one === undefined) throw new Error('no samples')
  const asked = { ...one, by: 'system', case: 'case_1' }
  const lines = gatherLooks([asked, one, asked, { ...asked, case: 'case_2' }, asked])
  expect(lines.map(({ look, times }) => [look.case, times])).toEqual([
    ['case_1', 3],
    [undefined, 1],
    ['case_2', 1],
  ])
})

it('narrows by what an address says, and by nothing that it cannot say', () => {
  const filter = (text: string) => lookFilter(new URLSearchParams(text))
  expect(filter('who=tax-agency&fact=register:people&from=2026-03-01&own=1')).toEqual({
    who: 'tax-agency',
    fact: 'register:people',
    from: '2026-03-01',
  })
  expect(filter('who=A B&fact=secret:x&from=2026-13-45&until=soon&purpose=')).toEqual({})
})
