import { expect, it } from 'vitest'
import { decideSeat } from '../rules/decide-seat.ts'

const free = { isThere: true, sits: null, official: 'me', hasCalled: false }

it('sits down at an empty window, and stays where one sits, whoever is called', () => {
  expect(decideSeat(free)).toBe('sits-down')
  expect(decideSeat({ ...free, sits: 'me', hasCalled: true })).toBe('stays')
})

it('refuses a window that is not there, one of a colleague, and leaving somebody who is called', () => {
  expect(decideSeat({ ...free, isThere: false })).toMatchObject({
    code: 'reception.window-not-found',
    pointer: '/window',
  })
  expect(decideSeat({ ...free, sits: 'other' })).toMatchObject({ code: 'reception.window-taken', pointer: '/window' })
  expect(decideSeat({ ...free, hasCalled: true })).toMatchObject({ code: 'reception.ticket-open' })
})
