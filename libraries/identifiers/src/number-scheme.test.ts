import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bin,
  completeNumber,
  identifierFormats,
  iin,
  innOfOrganisation,
  innOfPerson,
  isNumberOf,
  type NumberScheme,
  numberSchemes,
  ogrn,
  ogrnip,
  snils,
} from './index.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

/**
 * Bodies that nobody has: born in 2099, registered in 2060, of region 00 (there is none), with one digit three times in a row
 * (never given out), of the year 2099.
 */
const bodies: ReadonlyMap<NumberScheme, fc.Arbitrary<string>> = new Map([
  [
    iin,
    fc
      .tuple(fc.constantFrom('990101', '991231', '990615'), fc.constantFrom('5', '6'), digits(4))
      .map(parts => parts.join('')),
  ],
  [
    bin,
    fc
      .tuple(fc.constantFrom('6001', '6012'), fc.constantFrom('4', '5', '6'), fc.constantFrom('0', '1'), digits(5))
      .map(parts => parts.join('')),
  ],
  [innOfOrganisation, digits(7).map(rest => `00${rest}`)],
  [innOfPerson, digits(8).map(rest => `00${rest}`)],
  [snils, digits(6).map(rest => `111${rest}`)],
  [ogrn, digits(7).map(rest => `19900${rest}`)],
  [ogrnip, digits(9).map(rest => `39900${rest}`)],
])
const body = (scheme: NumberScheme) => bodies.get(scheme) ?? fc.constant('')

describe.each(numberSchemes.map(scheme => [scheme.id, scheme] as const))('%s', (id, scheme) => {
  it('accepts what it made, as its format too', () => {
    fc.assert(
      fc.property(body(scheme), text => {
        const whole = completeNumber(scheme, text)
        fc.pre(whole !== null)
        expect(isNumberOf(scheme, whole ?? '')).toBe(true)
        expect(identifierFormats.get(id)?.(whole ?? '')).toBe(true)
      }),
    )
  })

  it('notices every wrong check digit', () => {
    fc.assert(
      fc.property(body(scheme), fc.integer({ min: 1, max: 9 }), (text, by) => {
        const whole = completeNumber(scheme, text)
        fc.pre(whole !== null)
        const last = whole?.at(-1) ?? ''
        expect(isNumberOf(scheme, `${whole?.slice(0, -1)}${(Number(last) + by) % 10}`)).toBe(false)
      }),
    )
  })

  it('accepts a wrong digit of the body only where both bodies have the same check digits', () => {
    fc.assert(
      fc.property(body(scheme), fc.nat(13), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const place = at % scheme.length
        const wrong = text.slice(0, place) + ((Number(text[place]) + by) % 10) + text.slice(place + 1)
        const [whole, other] = [completeNumber(scheme, text), completeNumber(scheme, wrong)]
        fc.pre(whole !== null)
        const mixed = scheme.write(wrong + (scheme.check(text) ?? ''))
        expect(isNumberOf(scheme, mixed)).toBe(other === mixed)
      }),
    )
  })

  it.each(['', '0', 'abc', '12345678901234567890'])('refuses %j', text => expect(isNumberOf(scheme, text)).toBe(false))
})

describe('every single wrong digit', () => {
  /** Remainders of eleven that are folded to one digit hide an error where they are ten and nought. */
  it.each([
    [
      'ru-inn-organisation',
      innOfOrganisation,
      (text: string) =>
        [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((sum, weight, place) => sum + weight * Number(text[place]), 0) % 11,
    ],
    ['ru-ogrn', ogrn, (text: string) => Number(BigInt(text) % 11n)],
  ] as const)('of %s is found unless the remainder is ten or nought', (_, scheme, rest) => {
    fc.assert(
      fc.property(body(scheme), fc.nat(11), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const place = at % scheme.length
        const wrong = text.slice(0, place) + ((Number(text[place]) + by) % 10) + text.slice(place + 1)
        expect(rest(wrong)).not.toBe(rest(text))
        fc.pre(!([0, 10].includes(rest(text)) && [0, 10].includes(rest(wrong))))
        expect(isNumberOf(scheme, wrong + scheme.check(text))).toBe(false)
      }),
    )
  })

  it('of ru-snils is found unless the remainder is a hundred or nought', () => {
    fc.assert(
      fc.property(body(snils), fc.nat(8), fc.integer({ min: 1, max: 9 }), (text, place, by) => {
        const wrong = text.slice(0, place) + ((Number(text[place]) + by) % 10) + text.slice(place + 1)
        fc.pre(snils.check(text) !== '00')
        expect(isNumberOf(snils, snils.write(wrong + snils.check(text)))).toBe(false)
      }),
    )
  })
})

describe('check digits reckoned by hand', () => {
  it.each([
    ['kz-iin', iin, '99010150000', '6'],
    ['kz-bin', bin, '60014000000', '8'],
    ['ru-inn-organisation', innOfOrganisation, '000000001', '8'],
    ['ru-inn-person', innOfPerson, '0000000001', '84'],
    ['ru-snils', snils, '111111111', '45'],
    ['ru-ogrn', ogrn, '100000000000', '0'],
    ['ru-ogrnip', ogrnip, '30000000000000', '4'],
  ] as const)('%s', (_, scheme, text, check) => expect(scheme.check(text)).toBe(check))

  it('has no number where both rows of weights leave ten, and none with a date that is not', () => {
    expect(completeNumber(iin, '99023050000')).toBeNull()
    expect(completeNumber(iin, '99010170000')).toBeNull()
    expect(completeNumber(bin, '60134000000')).toBeNull()
    expect(completeNumber(snils, '001001998')).toBeNull()
    const serials = Array.from({ length: 1000 }, (_, n) => completeNumber(iin, `9901015${String(n).padStart(4, '0')}`))
    expect(serials.filter(number => number === null).length).toBeGreaterThan(0)
  })
})
