import { expect, test } from 'vitest'
import { readValue } from './read-value.ts'

test('numbers, lists and quoted texts are JSON; what is not is the text as it stands', () => {
  expect(readValue('12')).toBe(12)
  expect(readValue('{"amount":"10.00"}')).toEqual({ amount: '10.00' })
  expect(readValue('"12"')).toBe('12')
  expect(readValue('own')).toBe('own')
  expect(readValue('')).toBe('')
})
