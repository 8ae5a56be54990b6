import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bin,
  completeNumber,
  iin,
  innOfOrganisation,
  isNumberOf,
  numberFault,
  numberSchemes,
  ogrn,
  snils,
} from './index.ts'

/** Numbers that nobody has: born in 2099, registered in 2060, with a digit three times in a row, of region 00. */
const person = completeNumber(iin, '99010150000') ?? ''
const firm = completeNumber(bin, '60014000000') ?? ''
const pension = completeNumber(snils, '111111111') ?? ''
const tax = completeNumber(innOfOrganisation, '000000001') ?? ''
const last = (text: string) => text.slice(0, -1) + ((Number(text.at(-1)) + 1) % 10)

describe('numberFault', () => {
  it.each([
    ['nothing', iin, person, null],
    ['a letter', iin, person.replace('9', 'О'), { fault: 'characters' }],
    ['a digit too few', iin, person.slice(1), { fault: 'length', digits: 12, given: 11 }],
    ['nothing written', iin, '', { fault: 'length', digits: 12, given: 0 }],
    ['a day that there is not', iin, `990231${person.slice(6)}`, { fault: 'date', digits: 6 }],
    ['a century that there is not', iin, `${person.slice(0, 6)}9${person.slice(7)}`, { fault: 'mark', place: 7 }],
    ['a month that there is not', bin, `6013${firm.slice(4)}`, { fault: 'date', digits: 4 }],
    ['a kind that there is not', bin, `60019${firm.slice(5)}`, { fault: 'mark', place: 5 }],
    ['a part that there is not', bin, `600147${firm.slice(6)}`, { fault: 'mark', place: 6 }],
    ['a wrong check digit', iin, last(person), { fault: 'check' }],
    ['two digits changed', innOfOrganisation, '0000000105', { fault: 'check' }],
    ['the wrong first digit', ogrn, '2990000000000', { fault: 'mark', place: 1 }],
    ['the digits alone', snils, pension.replaceAll(/\D/g, ''), { fault: 'writing', form: '###-###-### ##' }],
    [
      'blanks between',
      innOfOrganisation,
      `${tax.slice(0, 4)} ${tax.slice(4)}`,
      { fault: 'writing', form: '##########' },
    ],
  ] as const)('says %s', (_, scheme, text, fault) => {
    expect(numberFault(scheme, text)).toEqual(fault)
  })

  it('finds a fault exactly where a text is no number', () => {
    const scheme = fc.constantFrom(...numberSchemes)
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789- '), maxLength: 16 }))
    fc.assert(
      fc.property(scheme, text, (one, given) => {
        expect(numberFault(one, given) === null).toBe(isNumberOf(one, given))
      }),
    )
  })
})
