import { expect, it } from 'vitest'
import { decideSearch } from '../rules/decide-search.ts'
import { viewVisitor } from '../views/view-visitor.ts'

const born = '1990-05-01'

it('searches by a number, or by both names, never by a birthday alone', () => {
  expect(decideSearch({ born, number: ' dm-2222 3333-4 ', family: 'Any' })).toEqual({ born, number: 'DM-22223333-4' })
  const [family, given] = ['Тұмарова', 'Аяулым']
  expect(decideSearch({ born, family, given: ' Аяулым ' })).toEqual({ born, family, given })
  expect(decideSearch({ born })).toMatchObject({ code: 'reception.search-unfit', pointer: '/number' })
  expect(decideSearch({ born, number: ' ' })).toMatchObject({ pointer: '/number' })
  expect(decideSearch({ born, family })).toMatchObject({ pointer: '/given' })
  expect(decideSearch({ born, given })).toMatchObject({ pointer: '/family' })
})

it('shows of numbers only their end', () => {
  const known = { person: 'person_a', name: 'Тұмарова Аяулым', born, language: 'kk' as const }
  expect(viewVisitor({ ...known, number: 'DM-2222-3333-4', phone: '+99955500122' })).toEqual({
    person: 'person_a',
    name: 'Тұмарова Аяулым',
    born,
    number: '…33-4',
    phone: '…22',
  })
  expect(viewVisitor({ ...known, number: null, phone: null })).toMatchObject({ number: null, phone: null })
})
