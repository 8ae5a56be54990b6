import { expect, it } from 'vitest'
import { aboutRecord } from './about-record.ts'

it('tells the record of a violation or of a reported error, and of nothing else', () => {
  const about = { en: 'Name', ru: 'Имя', kk: 'Аты' }
  const named = { register: 'people', record: 'person_1', about }
  expect(aboutRecord({ violation: { ...named, rule: 'name' } })).toEqual({
    register: 'people',
    record: 'person_1',
    text: about,
  })
  expect(aboutRecord({ report: named })?.text).toEqual(about)
  expect(aboutRecord({ violation: { register: 'people', about } })).toEqual({ register: 'people', text: about })
  expect(aboutRecord({ report: { register: 'people' } })).toBeNull()
  expect(aboutRecord({})).toBeNull()
})
