import { expect, test } from 'vitest'
import { applicantName, firmName } from './applicant-name.ts'

const number = '7K4M-92XQ-P3'
const person = 'person_01960000-0000-7000-8000-000000000001'
const firm = 'organisation_01960000-0000-7000-8000-000000000002'
const called = { en: 'Almond Pharmacy', ru: 'Аптека «Миндаль»', kk: '«Бадам» дәріханасы' }

test('a person is named by the case’s facts, and by its number before they came', () => {
  const name = { family: 'Sinitsyna', given: 'Yana' }
  expect(applicantName({ person, number, data: { applicant: { name } } })).toEqual(name)
  expect(applicantName({ person, number, data: {} })).toEqual({ family: number, given: '' })
  expect(firmName({ person, number, data: { applicant: { name } } })).toBeNull()
})

test('a firm is named in every language', () => {
  expect(firmName({ person: firm, number, data: { applicant: { name: called } } })).toEqual(called)
  expect(firmName({ person: firm, number, data: { applicant: null } })).toEqual({ en: number, ru: number, kk: number })
  expect(applicantName({ person: firm, number, data: { applicant: { name: called } } })).toEqual({
    family: called.ru,
    given: '',
  })
})
