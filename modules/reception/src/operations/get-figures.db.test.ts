import { expect, it } from 'vitest'
import { callNext, endTicket, getFigures, openWindow, takeTicket } from '../contract/index.ts'
import { hall, operator, receptionPlatform } from '../reception-platform.fixture.ts'

const { run, must, clock } = await receptionPlatform()
const me = operator(1)

it('tells how long people waited, by group and hour, how many were served, did not come, or left', async () => {
  await must(openWindow, { ...hall, window: '1' }, me)
  for (const letter of ['A', 'B', 'A']) await must(takeTicket, { ...hall, letter }, me)
  clock.advance({ minutes: 2 })
  await must(callNext, hall, me)
  await must(endTicket, { ...hall, outcome: 'finished' }, me)
  clock.advance({ minutes: 8 })
  await must(callNext, hall, me)
  await must(endTicket, { ...hall, outcome: 'no-show' }, me)
  const day = { ...hall, from: '2026-03-02', until: '2026-03-02' }
  expect((await must(getFigures, day, me)).all).toMatchObject({ taken: 3, left: 0 })

  clock.advance({ days: 1 })
  const all = { taken: 3, served: 1, noShows: 1, left: 1, median: 360, p90: 552 }
  expect(await must(getFigures, day, me)).toEqual({
    all,
    groups: [
      { letter: 'A', figures: { taken: 2, served: 1, noShows: 1, left: 0, median: 360, p90: 552 } },
      { letter: 'B', figures: { taken: 1, served: 0, noShows: 0, left: 1, median: null, p90: null } },
    ],
    hours: [{ hour: 9, figures: all }],
  })
  const none = { taken: 0, served: 0, noShows: 0, left: 0, median: null, p90: null }
  expect(await must(getFigures, { ...day, from: '2026-03-01', until: '2026-03-01' }, me)).toEqual({
    all: none,
    groups: [],
    hours: [],
  })
  expect(await run(getFigures, { ...day, until: '2026-03-01' }, me)).toMatchObject({ code: 'reception.days-unfit' })
})
