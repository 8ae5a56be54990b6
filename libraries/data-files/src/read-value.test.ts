import { describe, expect, it } from 'vitest'
import { CellFault, readDate, readNumber, readValue } from './index.ts'

const certain = { decimal: null, dates: null } as const

describe('readNumber', () => {
  it.each([
    ['1234', 1234],
    ['-1,5', -1.5],
    ['1.5', 1.5],
    ['1 234,56', 1234.56],
    ['1\u00A0234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234.567,8', 1234567.8],
    ['1,234,567', 1234567],
    ['0,123', 0.123],
    ['2e3', 2000],
    ['−7', -7],
  ])('reads %j', (text, value) => expect(readNumber(text, null)).toEqual({ value }))

  it('asks where a number can be read in two ways', () => {
    expect(readNumber('1,234', null)).toEqual({ fault: 'value.number-ambiguous' })
    expect(readNumber('1,234', 'comma')).toEqual({ value: 1.234 })
    expect(readNumber('1,234', 'point')).toEqual({ value: 1234 })
  })

  it.each(['', 'x', '1,2,3', '1.2.3', '12 km', '1,23.4.5', 'Infinity', '0x10'])('refuses %j', text =>
    expect(readNumber(text, null)).toEqual({ fault: 'value.no-number' }),
  )
})

describe('readDate', () => {
  it.each([
    '2024-03-12',
    '12.03.2024',
    '12.3.2024 г.',
    '12 марта 2024 года',
    '12 March 2024',
    'March 12, 2024',
    '2024 жылғы 12 наурыз',
    '12 наурыз 2024',
    '2024-03-12T00:00:00',
  ])('reads %j', text => expect(readDate(text, null)).toEqual({ value: '2024-03-12' }))

  it('asks where a date can be read in two ways', () => {
    expect(readDate('03/04/2026', null)).toEqual({ fault: 'value.date-ambiguous' })
    expect(readDate('03/04/2026', 'day-first')).toEqual({ value: '2026-04-03' })
    expect(readDate('03/04/2026', 'month-first')).toEqual({ value: '2026-03-04' })
    expect(readDate('31/04/2026', null)).toEqual({ fault: 'value.no-date' })
  })

  it.each(['31.02.2024', '2024-13-01', 'вчера', '12.03.24', '99 марта 2024'])('refuses %j', text =>
    expect(readDate(text, null)).toEqual({ fault: 'value.no-date' }),
  )
})

describe('readValue', () => {
  it.each([
    [' x ', 'text', { value: 'x' }],
    [7, 'text', { value: '7' }],
    ['1,5', 'integer', { fault: 'value.no-integer' }],
    ['Да', 'boolean', { value: true }],
    ['жоқ', 'boolean', { value: false }],
    ['maybe', 'boolean', { fault: 'value.no-yes-or-no' }],
    [1.5, 'date', { fault: 'value.no-date' }],
    ['2024-01-01T10:00:00+05:00', 'instant', { value: '2024-01-01T05:00:00.000Z' }],
    ['2024-01-01', 'instant', { fault: 'value.no-instant' }],
    ['a; b', 'json', { value: ['a', 'b'] }],
    ['[1', 'json', { fault: 'value.no-list' }],
    [null, 'number', { value: null }],
    [new CellFault('cell.merged'), 'text', { fault: 'cell.merged' }],
  ] as const)('%j as %s', (cell, kind, read) => expect(readValue(cell, kind, certain)).toEqual(read))

  it('takes an answer by its words', () => {
    const answers = new Map([
      ['женский', 'female'],
      ['female', 'female'],
    ])
    expect(readValue('Женский', 'choice', certain, answers)).toEqual({ value: 'female' })
    expect(readValue('other', 'choice', certain, answers)).toEqual({ fault: 'value.not-listed' })
  })
})
