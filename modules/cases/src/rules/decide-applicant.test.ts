import { expect, test } from 'vitest'
import { decideApplicant } from './decide-applicant.ts'

const moment = { now: '2026-03-02T04:00:00.000Z', zone: 'Asia/Almaty' }
const person = 'person_01960000-0000-7000-8000-00000000000a'

test('the applicant is whom the event names', () => {
  expect(decideApplicant('result.for', { for: person }, moment)).toEqual({ person })
})

test('an event that names nobody concerns nobody', () => {
  expect(
    decideApplicant(
      'if result.record.open then result.record.person else null',
      { record: { open: false, person } },
      moment,
    ),
  ).toEqual({
    nobody: true,
  })
})

test('what is no id of a person is wrong, and so is a number', () => {
  expect(decideApplicant('result.for', { for: 'somebody' }, moment)).toEqual({ wrong: true })
  expect(decideApplicant('1 + 1', {}, moment)).toEqual({ wrong: true })
})
