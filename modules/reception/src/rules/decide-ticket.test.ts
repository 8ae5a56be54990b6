import { expect, it } from 'vitest'
import { decideTicket, type Taking } from './decide-ticket.ts'

const hall: Taking = {
  groups: ['A'],
  privileges: ['disability'],
  isOpen: true,
  isFromKiosk: true,
  inMinute: 0,
  perMinute: 6,
  last: 11,
}
const take = (changes: Partial<Taking> = {}, asked: { letter: string; privilege?: string } = { letter: 'A' }) =>
  decideTicket(asked, { ...hall, ...changes })

it('numbers go on within the letter', () => {
  expect(take()).toBe(12)
  expect(take({ last: 0 }, { letter: 'A', privilege: 'disability' })).toBe(1)
})

it('refuses a letter and a privilege that the hall does not know, naming the field', () => {
  expect(take({}, { letter: 'Z' })).toMatchObject({ code: 'reception.group-not-found', pointer: '/letter' })
  expect(take({}, { letter: 'A', privilege: 'haste' })).toMatchObject({
    code: 'reception.privilege-not-found',
    pointer: '/privilege',
  })
})

it('gives none when the hall is shut, nor beyond three places', () => {
  expect(take({ isOpen: false })).toMatchObject({ code: 'reception.hall-closed' })
  expect(take({ last: 999 })).toMatchObject({ code: 'reception.numbers-used' })
  expect(take({ last: 998 })).toBe(999)
})

it('kiosks give so many in a minute; the desk is not held back by them', () => {
  expect(take({ inMinute: 5 })).toBe(12)
  expect(take({ inMinute: 6 })).toMatchObject({ code: 'reception.too-many-tickets' })
  expect(take({ inMinute: 6, isFromKiosk: false })).toBe(12)
})
