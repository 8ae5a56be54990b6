import { describe, expect, it } from 'vitest'
import { formatXRoad, readXRoadClient, readXRoadPath } from './xroad-identifier.ts'

const isSubsystem = (member: string, subsystem: string) => member === 'tax-agency' && subsystem === 'tax-system'
const tax = { instance: 'DEMO', memberClass: 'GOV', member: 'tax-agency', subsystem: 'tax-system' }

describe('readXRoadClient', () => {
  it('reads a member with and without subsystem', () => {
    expect(readXRoadClient('DEMO/GOV/tax-agency/tax-system')).toEqual(tax)
    expect(readXRoadClient('DEMO/GOV/tax-agency')).toEqual({ ...tax, subsystem: null })
    expect(readXRoadClient('DEMO/GOV/tax-agency/tax%20system')).toBeNull()
  })

  it.each([
    undefined,
    '',
    'DEMO',
    'DEMO/GOV',
    'DEMO%2FGOV%2Ftax-agency',
    'DEMO//tax-agency',
    'DEMO/GOV/../x',
    'A/B/C/D/E',
    '%E0/B/c',
    'DEMO/GOV/Tax',
  ])('refuses %s', text => {
    expect(readXRoadClient(text)).toBeNull()
  })
})

describe('readXRoadPath', () => {
  it('tells a subsystem from a service code', () => {
    expect(readXRoadPath('DEMO/GOV/tax-agency/tax-system/income-by-person/v1', isSubsystem)).toEqual({
      provider: tax,
      service: 'income-by-person',
      path: ['v1'],
    })
    expect(readXRoadPath('DEMO/GOV/tax-agency/income-by-person', isSubsystem)).toEqual({
      provider: { ...tax, subsystem: null },
      service: 'income-by-person',
      path: [],
    })
  })

  it.each(['', 'DEMO/GOV/tax-agency', 'DEMO/GOV/tax-agency//v1', `DEMO/GOV/tax-agency/${'x'.repeat(2000)}`])(
    'refuses %s',
    path => {
      expect(readXRoadPath(path, isSubsystem)).toBeNull()
    },
  )
})

it('formatXRoad encodes each part for itself', () => {
  expect(formatXRoad(tax, 'a/b')).toBe('DEMO/GOV/tax-agency/tax-system/a%2Fb')
})
