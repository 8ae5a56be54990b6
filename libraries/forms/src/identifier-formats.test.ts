import { completeNumber, numberSchemes } from '@tereze/identifiers'
import { Check } from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import './validators.ts'

/** Bodies that nobody has: born in 2099, registered in 2060, of region 00, with a digit three times in a row. */
const bodies = ['99010150000', '60014000000', '000000001', '0000000001', '111111111', '100000000000', '30000000000000']

describe('formats of national numbers in forms', () => {
  it.each(numberSchemes.map((scheme, place) => [scheme.id, scheme, bodies[place] ?? ''] as const))(
    '%s',
    (format, scheme, body) => {
      const right = completeNumber(scheme, body) ?? ''
      const wrong = right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10)
      expect(Check({ type: 'string', format }, right)).toBe(true)
      expect(Check({ type: 'string', format }, wrong)).toBe(false)
    },
  )
})
