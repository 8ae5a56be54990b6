import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './index.ts'

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, 3.2.2', () => {
    const value = {
      numbers: [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts members by UTF-16 code units (RFC 8785, 3.2.3)', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 }
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map(match => match[1]).join('')).toBe('2467153')
  })

  it('means the same value and does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    expect(canonicalJson({ b: 1, a: undefined, c: { z: 0, y: 0 } })).toBe(canonicalJson({ c: { y: 0, z: 0 }, b: 1 }))
  })

  it('refuses what JSON cannot hold', () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    for (const value of [Number.NaN, undefined, () => 1, '\ud800', cycle]) expect(() => canonicalJson(value)).toThrow()
  })
})
