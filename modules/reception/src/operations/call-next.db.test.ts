import { anonymous } from '@tereze/operation'
import { expect, it } from 'vitest'
import {
  callAgain,
  callNext,
  endTicket,
  getBoard,
  getDesk,
  handOver,
  leaveWindow,
  openWindow,
  takeTicket,
} from '../contract/index.ts'
import { hall, operator, receptionPlatform } from '../reception-platform.fixture.ts'

const { run, must, clock } = await receptionPlatform()
const [one, two, three] = [operator(1), operator(2), operator(3)]
const take = (letter: string, privilege?: string) =>
  must(takeTicket, { ...hall, letter, ...(privilege === undefined ? {} : { privilege }) }, one)

it('calls each number once, whatever windows ask at the same moment; hands over, ends, and forgets at midnight', async () => {
  expect(await run(callNext, hall, one)).toMatchObject({ code: 'reception.no-window' })
  await must(openWindow, { ...hall, window: '1' }, one)
  expect(await run(openWindow, { ...hall, window: '1' }, two)).toMatchObject({ code: 'reception.window-taken' })
  await must(openWindow, { ...hall, window: '3' }, two)
  await must(openWindow, { ...hall, window: '2' }, two)
  await must(openWindow, { ...hall, window: '4' }, three)
  expect(await run(callNext, hall, one)).toMatchObject({ code: 'reception.nobody-waits' })

  await take('A')
  clock.advance({ minutes: 1 })
  await take('A')
  clock.advance({ minutes: 1 })
  expect(await take('A', 'disability')).toMatchObject({ number: 'A-003', before: 2 })
  const both = await Promise.all([must(callNext, hall, one), must(callNext, hall, two)])
  expect(both.map(({ number }) => number).sort()).toEqual(['A-001', 'A-003'])
  expect(await run(callNext, hall, one)).toMatchObject({ code: 'reception.ticket-open' })
  expect(await run(leaveWindow, hall, one)).toMatchObject({ code: 'reception.ticket-open' })
  expect(await run(openWindow, { ...hall, window: '3' }, one)).toMatchObject({ code: 'reception.ticket-open' })

  clock.advance({ seconds: 5 })
  const again = await must(callAgain, hall, one)
  const board = await must(getBoard, hall, anonymous())
  expect(board.called).toMatchObject([
    { number: again.number, window: '1', calls: 2 },
    { window: '2', calls: 1 },
  ])
  expect(board.groups.map(({ letter, waiting }) => [letter, waiting])).toEqual([
    ['A', 1],
    ['B', 0],
    ['C', 0],
  ])
  expect(JSON.stringify(board)).not.toContain('official_')

  expect(await run(handOver, { ...hall, window: '3' }, one)).toMatchObject({ code: 'reception.window-unfit' })
  await must(handOver, { ...hall, window: '4' }, one)
  expect(await must(getDesk, hall, three)).toMatchObject({
    window: '4',
    called: null,
    next: [{ number: again.number }],
    waiting: 2,
  })
  await must(leaveWindow, hall, three)
  expect(await must(callNext, hall, one)).toMatchObject({ number: expect.stringMatching(/^A-00[13]$/) })
  await must(endTicket, { ...hall, outcome: 'finished' }, one)
  await must(endTicket, { ...hall, outcome: 'no-show' }, two)
  expect(await run(endTicket, { ...hall, outcome: 'finished' }, two)).toMatchObject({ code: 'reception.nobody-called' })
  expect(await run(leaveWindow, hall, three)).toMatchObject({ code: 'reception.no-window' })

  clock.advance({ days: 1 })
  expect(await must(getDesk, hall, one)).toMatchObject({ window: null, waiting: 0, next: [] })
  expect(await take('A')).toMatchObject({ number: 'A-001', before: 0 })
})
