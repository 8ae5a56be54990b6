import { expect, it } from 'vitest'
import { decideSilentRecord, isNoRecord } from './decide-silent-record.ts'

const [minute, day] = [60_000, 86_400_000]
const dead = { code: 'exchange.provider-unavailable', retry: true }

it('tells nobody of a moment, then tells it and goes on asking, and stops after thirty days', () => {
  expect(decideSilentRecord(dead, minute)).toEqual({ fault: 'dead', isTold: false, isOver: false })
  expect(decideSilentRecord(dead, 5 * minute)).toEqual({ fault: 'dead', isTold: true, isOver: false })
  expect(decideSilentRecord(dead, 29 * day)).toEqual({ fault: 'dead', isTold: true, isOver: false })
  expect(decideSilentRecord(dead, 30 * day)).toEqual({ fault: 'dead', isTold: true, isOver: true })
})

it('tells at once what no other attempt mends, and takes a lie for the fault of a moment', () => {
  expect(decideSilentRecord({ code: 'exchange.access-not-granted', retry: false }, 0)).toMatchObject({
    isTold: true,
    isOver: false,
  })
  expect(decideSilentRecord({ code: 'exchange.reply-wrong', retry: false }, 0)).toMatchObject({
    fault: 'lying',
    isTold: false,
  })
})

it('knows the owner that has no such record from one that cannot be asked', () => {
  expect(isNoRecord({ code: 'exchange.message-refused', retry: false })).toBe(true)
  expect(isNoRecord({ code: 'exchange.access-not-granted', retry: false })).toBe(false)
})
