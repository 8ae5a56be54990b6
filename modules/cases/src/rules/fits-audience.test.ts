import { expect, test } from 'vitest'
import { fitsAudience } from './fits-audience.ts'

const person = 'person_01960000-0000-7000-8000-000000000001'
const firm = 'organisation_01960000-0000-7000-8000-000000000002'

test('a firm applies only for what is for business, a person for everything that is not for business alone', () => {
  expect(fitsAudience(['business'], firm)).toBe(true)
  expect(fitsAudience(['person', 'business'], firm)).toBe(true)
  expect(fitsAudience(['person'], firm)).toBe(false)
  expect(fitsAudience(['official'], firm)).toBe(false)
  expect(fitsAudience(['business'], person)).toBe(false)
  expect(fitsAudience(['person', 'business'], person)).toBe(true)
  expect(fitsAudience(['official'], person)).toBe(true)
})
