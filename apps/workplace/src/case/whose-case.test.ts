import type { Text } from '@tereze/operation'
import { expect, it } from 'vitest'
import { isApplied, whoseCase, whoseView } from './whose-case.ts'

const words = { name: ({ family }: { family: string }) => family, pick: ({ en }: Text) => en }
const name = { family: 'Saparova', given: 'Aliya' }
const about = { text: { en: 'Addresses: a street lies somewhere', ru: '', kk: '' } }

it('is the applicant; of an organisation’s own case the record', () => {
  expect(whoseCase({ applicant: name, about: null }, words)).toBe('Saparova')
  expect(whoseCase({ applicant: name }, words)).toBe('Saparova')
  expect(whoseCase({ applicant: name, about }, words)).toBe(about.text.en)
  expect(whoseView({ applicant: { person: 'person_1', name }, about }, words)).toBe('Saparova')
  expect(whoseView({ applicant: { person: 'address-bureau', name }, about }, words)).toBe(about.text.en)
})

it('is the firm where one applies, by its own name in each language', () => {
  const firm = { en: 'Almond Pharmacy', ru: '', kk: '' }
  expect(whoseCase({ applicant: name, firm, about: null }, words)).toBe(firm.en)
  const applicant = { person: 'organisation_1', name, firm }
  expect(isApplied({ applicant })).toBe(true)
  expect(whoseView({ applicant, about }, words)).toBe(firm.en)
})
