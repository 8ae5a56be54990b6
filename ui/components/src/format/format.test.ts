import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALENDAR_WORDS, kazakhCase } from './calendar-words.ts'
import { dateParts, formatDate, formatInstant, localDate } from './date.ts'
import { formatDecimal, formatMoney, readAmount } from './number.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('dates', () => {
  it('are written as each language writes them', () => {
    expect(plain(formatDate('2026-02-20', 'en'))).toBe('20 February 2026')
    expect(plain(formatDate('2026-02-20', 'ru'))).toBe('20 февраля 2026 г.')
    expect(plain(formatDate('2026-02-20', 'kk'))).toBe('2026 жылғы 20 ақпан')
    expect(plain(formatDate('2026-02-20', 'kk', { short: true }))).toBe('2026 ж. 20 ақп.')
    expect(plain(formatDate('2026-03-12', 'en', { weekday: true, year: false }))).toBe('Thursday 12 March')
    expect(plain(formatDate('2026-03-12', 'ru', { weekday: true, year: false }))).toBe('четверг, 12 марта')
    expect(plain(formatDate('2026-03-12', 'kk', { weekday: true, year: false }))).toBe('12 наурыз, бейсенбі')
  })

  it('take the case of their place in the sentence', () => {
    const until = { role: 'until', year: false } as const
    expect(plain(formatDate('2026-03-12', 'en', until))).toBe('until 12 March')
    expect(plain(formatDate('2026-03-12', 'en', { role: 'by', year: false, weekday: true }))).toBe(
      'by Thursday 12 March',
    )
    expect(plain(formatDate('2026-03-12', 'kk', { role: 'by', year: false }))).toBe('12 наурызға дейін')
    expect(plain(formatDate('2026-03-12', 'ru', until))).toBe('до 12 марта')
    expect(plain(formatDate('2026-03-12', 'ru', { ...until, weekday: true }))).toBe('до четверга, 12 марта')
    expect(plain(formatDate('2026-03-12', 'kk', until))).toBe('12 наурызға дейін')
    expect(plain(formatDate('2026-03-12', 'kk', { ...until, weekday: true }))).toBe('12 наурыз, бейсенбіге дейін')
    expect(plain(formatDate('2026-02-20', 'kk', { role: 'since', year: false }))).toBe('20 ақпаннан бастап')
    expect(plain(formatDate('2026-02-20', 'kk', { role: 'on' }))).toBe('2026 жылғы 20 ақпанда')
  })

  it('give every Kazakh month and weekday its right endings', () => {
    const forms = (words: readonly string[], grammaticalCase: 'dative' | 'locative' | 'ablative') =>
      words.map(word => kazakhCase(word, grammaticalCase)).join(' ')
    const { months, weekdays } = CALENDAR_WORDS.kk
    expect(forms(months, 'dative')).toBe(
      'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға',
    )
    expect(forms(months, 'locative')).toBe(
      'қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда',
    )
    expect(forms(months, 'ablative')).toBe(
      'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан',
    )
    expect(forms(weekdays, 'dative')).toBe('дүйсенбіге сейсенбіге сәрсенбіге бейсенбіге жұмаға сенбіге жексенбіге')
  })

  it('stand in the zone of the organisation', () => {
    expect(localDate('2026-03-01T20:30:00.000Z', 'Asia/Almaty')).toBe('2026-03-02')
    expect(plain(formatInstant('2026-03-01T20:30:00.000Z', 'kk', 'Asia/Almaty', { year: false }))).toBe(
      '2 наурыз, 01:30',
    )
    expect(dateParts('2026-03-12', 'ru')).toEqual({ day: '12', month: 'марта', weekday: 'четверг' })
  })
})

describe('numbers and money', () => {
  it('are grouped as each language groups them', () => {
    expect(formatDecimal('1234567.50', 'en')).toBe('1,234,567.50')
    expect(plain(formatDecimal('1234567.50', 'ru'))).toBe('1 234 567,50')
    expect(plain(formatMoney({ amount: '41000.00', currency: 'DMD' }, 'kk'))).toBe('41 000 DMD')
    expect(plain(formatMoney({ amount: '-12.40', currency: 'KZT' }, 'ru'))).toBe('−12,40 ₸')
    expect(formatDecimal('4410', 'ru')).toBe('4410')
  })

  it('what a person reads, they may type back', () => {
    expect([
      readAmount('180 000'),
      readAmount('12,500.5'),
      readAmount('12,5'),
      readAmount('0'),
      readAmount('1.234'),
    ]).toEqual(['180000.00', '12500.50', '12.50', '0.00', null])
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), fc.constantFrom('en', 'ru', 'kk'), (cents, language) => {
        const amount = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
        expect(readAmount(formatDecimal(amount, language))).toBe(amount)
      }),
    )
  })
})
