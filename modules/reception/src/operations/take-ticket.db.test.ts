import { anonymous } from '@tereze/operation'
import { expect, it } from 'vitest'
import { callNext, getBoard, getDesk, takeTicket } from '../contract/index.ts'
import { hall, operator, receptionPlatform } from '../reception-platform.fixture.ts'

const { run, must, clock } = await receptionPlatform()
const one = operator(1)

it('gives no ticket when the hall is closed, nor more than a kiosk may in a minute; numbers of two at once differ', async () => {
  clock.set('2026-03-04T04:00:00.000Z')
  const asked = { ...hall, letter: 'B' }
  const taken = await Promise.all(Array.from({ length: 13 }, () => run(takeTicket, asked, anonymous())))
  const numbers = taken.flatMap(one => ('number' in one ? [one.number] : []))
  expect(new Set(numbers).size).toBe(12)
  expect(taken.filter(one => 'code' in one)).toMatchObject([{ code: 'reception.too-many-tickets' }])
  expect(await must(takeTicket, asked, one)).toMatchObject({ number: 'B-013' })
  clock.set('2026-03-04T03:00:00.000Z')
  expect(await run(takeTicket, asked, one)).toMatchObject({ code: 'reception.hall-closed' })
  for (const operation of [takeTicket, getBoard, getDesk, callNext] as const)
    expect(await run(operation, { ...asked, unit: 'nowhere' }, one)).toMatchObject({
      code: 'reception.hall-not-found',
      pointer: '/unit',
    })
})
