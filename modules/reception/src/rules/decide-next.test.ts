import { expect, it } from 'vitest'
import { orderFor, type Waiting } from './decide-next.ts'

const at = (minute: number, changes: Partial<Waiting> = {}): Waiting => ({
  letter: 'A',
  number: minute,
  privilege: null,
  takenAt: `2026-03-02T04:${String(minute).padStart(2, '0')}:00.000Z`,
  window: null,
  ...changes,
})
const numbers = (waiting: readonly Waiting[], groups = ['A', 'B']) =>
  orderFor(waiting, { window: '1', groups }).map(({ letter, number }) => `${letter}${number}`)

it('calls by the time of the ticket, whatever the letter', () => {
  expect(numbers([at(3), at(2, { letter: 'B' }), at(1)])).toEqual(['A1', 'B2', 'A3'])
})

it('calls whom the law lets in before others first, and who was handed over before them', () => {
  expect(numbers([at(1), at(2, { privilege: 'disability' }), at(3, { window: '1', letter: 'C' })])).toEqual([
    'C3',
    'A2',
    'A1',
  ])
})

it('calls nobody whose group the window does not serve, nor who was handed over to another', () => {
  expect(numbers([at(1, { letter: 'B' }), at(2, { window: '2' })], ['A'])).toEqual([])
})

it('calls equal times by number', () => {
  const same = at(1).takenAt
  expect(numbers([at(2, { takenAt: same }), at(1, { letter: 'B', takenAt: same }), at(1)])).toEqual(['A1', 'A2', 'B1'])
})
