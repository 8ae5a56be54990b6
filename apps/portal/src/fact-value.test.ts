import { describe, expect, it } from 'vitest'
import { factValue, isReadable } from './fact-value.ts'
import { someUi } from './ui.fixture.ts'

const ui = someUi('kk')
const written = (value: unknown, as = 'text') => factValue(value, as, ui).replaceAll(/[\u00a0\u202f]/g, ' ')

describe('a fact’s value', () => {
  it('is written as the language writes it, whatever it is', () => {
    expect(written({ amount: '41000.00', currency: 'DMD' }, 'money')).toBe('41 000 DMD')
    expect(written('2025-05-28')).toBe('2025 жылғы 28 мамыр')
    expect(written('2026-03-01T20:30:00.000Z')).toBe('2 наурыз, 01:30')
    expect(written({ given: 'Әсем', family: 'Үлгібаева' }, 'name')).toBe('Әсем Үлгібаева')
    expect(written({ en: 'a', ru: 'б', kk: 'ә' })).toBe('ә')
    expect(written([true, { masked: 'DMB-4410' }])).toBe('Иә, DMB-4410')
    expect(written(null)).toBe('көрсетілмеген')
    expect(written({ deep: { er: 1 } })).toBe('көрсетілмеген')
  })

  it('is not shown when it says nothing to a reader', () => {
    expect(isReadable('person_01a1c4f2-aa91-79d3-a704-1a1c93d84b2e')).toBe(false)
    expect(isReadable(['', null])).toBe(false)
    expect(isReadable('DM-7K4M')).toBe(true)
    expect(isReadable(0)).toBe(true)
  })
})
