import { describe, expect, it } from 'vitest'
import { intlOf, wordsOf } from '../words/words.ts'
import { valueLines } from './value-lines.ts'

const words = wordsOf(intlOf('kk'), 'kk')
const lines = (value: unknown, as = '') => valueLines(value, as, words).map(line => line.replaceAll(/\s/g, ' '))

describe('valueLines', () => {
  it('puts every shape into words of the language', () => {
    expect(lines({ amount: '180000.00', currency: 'DMD' })).toEqual(['180 000 DMD'])
    expect(lines({ family: 'Үлгі', given: 'Айгүл' })).toEqual(['Үлгі Айгүл'])
    expect(lines({ family: 'Үлгі', given: 'Арман', born: '2026-02-20' })).toEqual(['Үлгі Арман · 2026 жылғы 20 ақпан'])
    expect(lines({ en: 'North', ru: 'Север', kk: 'Солтүстік' })).toEqual(['Солтүстік'])
    expect(lines('2026-02-20')).toEqual(['2026 жылғы 20 ақпан'])
    expect(lines(true)).toEqual(['иә'])
    expect(lines('1234567.5', 'number')).toEqual(['1 234 567,5'])
    expect(lines(2025, 'year')).toEqual(['2025'])
  })

  it('gives a list one line per entry', () => {
    expect(
      lines([
        { employer: 'organisation_0198a000-0000-7000-8000-000000000001', employerName: 'Дала', months: 12 },
        { employerName: 'Терезе', months: 3 },
      ]),
    ).toEqual(['Дала · 12', 'Терезе · 3'])
  })

  it('shows no ids, no braces and nothing for nothing', () => {
    expect(lines('person_0198a000-0000-7000-8000-000000000001')).toEqual([])
    expect(lines(null)).toEqual([])
    expect(lines({ a: { b: ['x', 'y'] } }).join()).not.toMatch(/[{}[\]"]/)
  })
})
