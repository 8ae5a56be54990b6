import { expect, it } from 'vitest'
import { wantedBy } from './wanted-by.ts'

const rules = [
  { id: 'name', text: { en: 'The name is known', ru: 'Имя известно', kk: 'Аты белгілі' } },
  { id: 'born', text: { en: 'The date of birth is known', ru: 'Дата рождения известна', kk: 'Туған күні белгілі' } },
]

it.each([
  [undefined, {}],
  ['  ', {}],
  ['known', { rules: ['name', 'born'] }],
  ['known BIRTH', { rules: ['born'] }],
  ['имя', { rules: ['name'] }],
  ['туған белгілі', { rules: ['born'] }],
  ['имя белгілі', { rules: [] }],
  ['boat_01960000-0000-7000-8000-000000000001', { record: 'boat_01960000-0000-7000-8000-000000000001' }],
])('%s', (words, wanted) => {
  expect(wantedBy(words, rules)).toEqual(wanted)
})
