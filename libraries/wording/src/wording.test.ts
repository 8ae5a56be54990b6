import type { Language } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import {
  localMoment,
  referencesIn,
  type Wording,
  writeDate,
  writeInstant,
  writeMoney,
  writeNumber,
  writeValue,
} from './index.ts'

/** No-break spaces as plain ones, so that expectations can be read. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

const words: Record<string, string> = {
  yes: 'иә',
  'ground.too-late': 'мерзімі өтті',
  'region.north': 'Солтүстік',
  title: 'Куәлік',
}
const wording: Wording = {
  language: 'kk',
  zone: 'Asia/Almaty',
  word: key => words[key] ?? null,
  record: id =>
    ({ person_1: { name: { family: 'Алтынова', given: 'Сәуле' } }, account_1: { masked: 'DMD-••••-1234' } })[id] ??
    null,
  organisation: id => (id === 'health' ? 'Денсаулық сақтау министрлігі' : null),
}

describe('dates', () => {
  it.each<[Language, string]>([
    ['en', '2 March 2026'],
    ['ru', '2 марта 2026 г.'],
    ['kk', '2026 жылғы 2 наурыз'],
  ])('%s', (language, expected) => expect(plain(writeDate('2026-03-02', language))).toBe(expected))

  it('gives back what is no date', () => {
    expect(writeDate('soon', 'en')).toBe('soon')
    expect(writeDate('2026-13-01', 'en')).toBe('2026-13-01')
  })

  it('reads an instant in the zone of the organisation', () => {
    expect(localMoment('2026-03-01T20:30:00.000Z', 'Asia/Almaty')).toEqual({ date: '2026-03-02', time: '01:30' })
    expect(plain(writeInstant('2026-03-01T20:30:00.000Z', 'ru', 'Asia/Almaty'))).toBe('2 марта 2026 г., 01:30')
    expect(localMoment('never', 'UTC')).toBeNull()
  })
})

describe('numbers', () => {
  it('writes money as decimal text, never through a JavaScript number', () => {
    const money = { amount: '123456789012345.10', currency: 'DMD' }
    expect(plain(writeMoney(money, 'en'))).toBe('123,456,789,012,345.10 DMD')
    expect(plain(writeMoney(money, 'kk'))).toBe('123 456 789 012 345,10 DMD')
  })

  it('keeps four digits together where the language does', () => {
    expect(writeNumber(4100, 'ru')).toBe('4100')
    expect(writeNumber(4100, 'en')).toBe('4,100')
    expect(writeNumber('-41000.5', 'ru')).toBe('\u221241\u00a0000,5')
  })
})

describe('writeValue', () => {
  it.each([
    ['name', { family: 'Алтынова', given: 'Сәуле' }, 'Алтынова Сәуле'],
    ['person', 'person_1', 'Алтынова Сәуле'],
    ['account', 'account_1', 'DMD-••••-1234'],
    ['account', 'account_9', '—'],
    ['address', { text: { en: 'a', ru: 'б', kk: 'в' } }, 'в'],
    ['message', 'message:title', 'Куәлік'],
    ['message', { en: 'Certificate', ru: 'Свидетельство', kk: 'Куәлік' }, 'Куәлік'],
    ['grounds', ['too-late', { id: 'too-late' }], 'мерзімі өтті; мерзімі өтті'],
    ['organisation', 'org:health', 'Денсаулық сақтау министрлігі'],
    ['region', 'north', 'Солтүстік'],
    ['text', true, 'иә'],
    ['text', null, '—'],
    ['text', {}, '—'],
    ['date', null, '—'],
  ] as const)('%s %j', (as, value, expected) => expect(writeValue(value, as, wording)).toBe(expected))

  it('lists the records it needs', () => {
    expect(referencesIn(['account_1'], 'account')).toEqual([{ register: 'bank-accounts', id: 'account_1' }])
    expect(referencesIn({ family: 'x', given: 'y' }, 'person')).toEqual([])
    expect(referencesIn('person_1', 'text')).toEqual([])
  })
})
