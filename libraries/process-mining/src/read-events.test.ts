import { readDataFile } from '@tereze/data-files'
import { expect, test } from 'vitest'
import { mineProcess, readEvents } from './index.ts'

async function eventsOf(text: string, zone?: string) {
  const table = await readDataFile(new TextEncoder().encode(text), 'events.csv')
  if ('fault' in table) throw new Error(table.fault)
  return readEvents(table, zone)
}

test('events with a beginning and an end become traces with their flows', async () => {
  const { traces, problems } = await eventsOf(
    'case,activity,begin,end\n7,receive,2026-03-02 09:00,2026-03-02 09:10\n7,decide,2026-03-02 10:00,2026-03-02 10:30\n8,receive,2026-03-03 09:00,2026-03-03 09:05\n',
    'Asia/Almaty',
  )
  expect(problems).toEqual([])
  expect(traces[0]).toMatchObject({ id: '7', began: '2026-03-02T04:00:00.000Z', ended: '2026-03-02T05:30:00.000Z' })
  const mined = mineProcess(traces)
  expect(mined.time).toMatchObject({ count: 2, mean: 2850, most: 5400 })
  expect(mined.flows).toEqual([{ flow: 'receive → decide', count: 1 }])
  expect(mined.paths.map(({ path }) => path)).toEqual(['receive', 'receive → decide'])
})

test('columns of XES tools are read; without a beginning, work lasts from the end of what was before it', async () => {
  const { traces } = await eventsOf(
    'case:concept:name;concept:name;time:timestamp\nA;decide;2026-03-02T12:00:00+00:00\nA;receive;2026-03-02T09:00:00Z\n',
  )
  const nodes = new Map(mineProcess(traces).nodes.map(node => [node.node, node.time?.mean]))
  expect(nodes).toEqual(
    new Map([
      ['decide', 10_800],
      ['receive', 0],
    ]),
  )
})

test.each([
  [',receive,2026-03-02 09:00', 'case-empty', 'case'],
  ['1,,2026-03-02 09:00', 'activity-empty', 'activity'],
  ['1,receive,yesterday', 'instant-unreadable', 'end'],
  ['1,receive,2026-02-31 09:00', 'instant-unreadable', 'end'],
  ['1,receive,2026-03-02 25:00', 'instant-unreadable', 'end'],
  ['1,receive,', 'instant-unreadable', 'end'],
])('the row "%s" is named and left out, the others stay', async (row, code, column) => {
  const { traces, problems } = await eventsOf(`case,activity,end\n${row}\n2,receive,2026-03-02 09:00\n`)
  expect(problems).toEqual([{ row: 2, column, code }])
  expect(traces.map(({ id }) => id)).toEqual(['2'])
})

test('an end before its beginning, and a table that has no cases, are told', async () => {
  const ends = await eventsOf('case,activity,begin,end\n1,a,2026-03-02 10:00,2026-03-02 09:00\n')
  expect(ends.problems).toEqual([{ row: 2, column: 'begin', code: 'ends-before-it-begins' }])
  const none = await eventsOf('name,end\na,2026-03-02 09:00\n')
  expect(none.problems.map(({ code, column }) => [code, column])).toEqual([
    ['column-missing', 'case'],
    ['column-missing', 'activity'],
  ])
})
