import { expect, test } from 'vitest'
import { decideSending } from './decide-sending.ts'

const none = { numberSoon: 0, numberDay: 0, address: 0, all: 0 }

test.each([
  ['nothing was asked for', none, null],
  ['just below each limit', { numberSoon: 2, numberDay: 9, address: 19, all: 99 }, null],
  ['three for a number in a quarter of an hour', { ...none, numberSoon: 3 }, { limit: 'numberSoon', minutes: 15 }],
  ['ten for a number in a day', { ...none, numberSoon: 3, numberDay: 10 }, { limit: 'numberDay', minutes: 1440 }],
  ['many numbers from one address', { ...none, address: 20 }, { limit: 'address', minutes: 60 }],
  ['the budget of all is used up', { ...none, all: 100 }, { limit: 'all', minutes: 60 }],
] as const)('%s', (_, asked, decided) => {
  expect(decideSending(asked, 100)).toEqual(decided)
})

test('an operator who sends none sends none', () => {
  expect(decideSending(none, 0)).toMatchObject({ limit: 'all' })
})
