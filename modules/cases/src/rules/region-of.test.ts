import { expect, test } from 'vitest'
import { regionOf } from './region-of.ts'

const department = (id: string, region: string | null) => ({ id, region, parent: null, territory: null })
const two = { departments: [department('north', 'n'), department('appeals', null)], regions: ['n', 's'] }

test('a department has its region, and an organisation of one region its own', () => {
  expect(regionOf(two, 'north')).toBe('n')
  expect(regionOf(two, 'appeals')).toBeNull()
  expect(regionOf(two, null)).toBeNull()
  expect(regionOf({ departments: [], regions: ['s'] }, null)).toBe('s')
})
