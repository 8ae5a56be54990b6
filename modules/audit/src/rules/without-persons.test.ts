import type { AuditLine } from '@tereze/foundation-operations'
import { official, person } from '@tereze/foundation-testing'
import type { Actor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { personsIn, withoutPersons } from './without-persons.ts'

const line = (actor: Actor) => ({ actor, subjects: ['person_a', 'official_b'] }) as unknown as AuditLine
const names = new Map(['a', 'c', 'd'].map(id => [`person_${id}`, `subject_${id}`]))

it('keeps persons under their pseudonyms: whom a line is about, who acted and for whom, a visitor too', () => {
  const acting = line(person({ id: 'person_c', onBehalfOf: 'person_d' }))
  expect(personsIn([acting])).toEqual(['person_a', 'person_c', 'person_d'])
  expect(withoutPersons(acting, names)).toMatchObject({
    actor: { id: 'subject_c', onBehalfOf: 'subject_d' },
    subjects: ['subject_a', 'official_b'],
  })
  const visited = line(official({ id: 'official_b', visit: 'visit_e', onBehalfOf: 'person_d' }))
  expect(personsIn([visited])).toEqual(['person_a', 'person_d'])
  expect(withoutPersons(visited, names).actor).toMatchObject({ id: 'official_b', onBehalfOf: 'subject_d' })
})

it('leaves others as they are', () => {
  const plain = official({ id: 'official_b' })
  expect(withoutPersons(line(plain), names).actor).toEqual(plain)
  const own = person({ id: 'person_c', onBehalfOf: null })
  expect(withoutPersons(line(own), names).actor).toEqual({ ...own, id: 'subject_c' })
})
