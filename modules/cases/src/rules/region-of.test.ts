import { expect, test } from 'vitest'
import { regionOf } from './region-of.ts'

const two = { departments: [{ id: 'north', region: 'n' }, { id: 'appeals' }], regions: ['n', 's'] }

test('a department has its region, and an organisation of one region its own', () => {
  expect(regionOf(two, 'north')).toBe('n')
  expect(regionOf(two, 'appeals')).toBeNull()
  expect(regionOf(two, null)).toBeNull()
  expect(regionOf({ departments: [], regions: ['s'] }, null)).toBe('s')
})
