import { expect, it } from 'vitest'
import { callNext, endTicket, openWindow, takeTicket } from '../contract/index.ts'
import { hall, operator, receptionPlatform } from '../reception-platform.fixture.ts'

const { run, must } = await receptionPlatform()
const me = operator(1)

it('ends a ticket once', async () => {
  await must(openWindow, { ...hall, window: '1' }, me)
  await must(takeTicket, { ...hall, letter: 'B' }, me)
  const { number } = await must(callNext, hall, me)
  expect(await must(endTicket, { ...hall, outcome: 'finished' }, me)).toMatchObject({ number })
  expect(await run(endTicket, { ...hall, outcome: 'no-show' }, me)).toMatchObject({ code: 'reception.nobody-called' })
})
