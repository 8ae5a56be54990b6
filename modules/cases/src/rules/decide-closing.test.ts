import { expect, test } from 'vitest'
import { decideClosing } from './decide-closing.ts'

const now = new Date('2026-06-01T00:00:00.000Z')
const over = {
  status: 'delivered',
  appeal: 'none',
  closingTime: new Date('2026-05-31T19:00:00.000Z'),
  open: 0,
} as const

test('a delivered case is closed when its terms are over and nothing of it is open', () => {
  expect(decideClosing(over, now)).toBe('close')
  expect(decideClosing({ ...over, closingTime: now }, now)).toBe('close')
  expect(decideClosing({ ...over, appeal: 'dismissed' }, now)).toBe('close')
})

test('it stays as long as a term runs, until that is over', () => {
  const closingTime = new Date('2026-07-01T19:00:00.000Z')
  expect(decideClosing({ ...over, closingTime, open: 1 }, now)).toEqual({ again: closingTime })
})

test('it stays as long as an appeal or a process of it is open, and is looked at every day', () => {
  const tomorrow = { again: new Date('2026-06-02T00:00:00.000Z') }
  expect(decideClosing({ ...over, appeal: 'open' }, now)).toEqual(tomorrow)
  expect(decideClosing({ ...over, open: 1 }, now)).toEqual(tomorrow)
})

test('what is decided anew or closed already is left alone', () => {
  expect(decideClosing({ ...over, status: 'decided' }, now)).toBeNull()
  expect(decideClosing({ ...over, status: 'closed' }, now)).toBeNull()
})
