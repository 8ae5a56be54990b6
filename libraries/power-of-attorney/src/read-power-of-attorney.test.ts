import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPowerOfAttorney } from './read-power-of-attorney.ts'
import { sampleGivenOn, samplePower } from './sample.fixture.ts'

const fault = (xml: string) => {
  const read = readPowerOfAttorney(xml)
  return 'fault' in read ? `${read.fault.code} ${read.fault.element}` : 'none'
}
const without = (part: string | RegExp, instead = '') => samplePower().replace(part, instead)
const place = 'Доверенность/Документ/Довер'

test('a power says who gives it, who signs it, to whom, what for, and until when', () => {
  expect(readPowerOfAttorney(samplePower())).toEqual({
    power: {
      number: '0195557a-8c00-4000-8000-00000000000a',
      from: '2026-01-15',
      until: '2026-12-31',
      givingOn: 'once',
      principals: [{ kind: 'organisation', name: 'Almond & Sons', numbers: [{ attribute: 'ИННЮЛ', value: 'ORG-1' }] }],
      givers: [
        {
          kind: 'organisation',
          name: 'Almond & Sons',
          numbers: [{ attribute: 'ИННЮЛ', value: 'ORG-1' }],
          signers: [{ kind: 'person', name: 'Test Head', numbers: [{ attribute: 'СНИЛС', value: 'PERSON-1' }] }],
        },
      ],
      delegates: [{ kind: 'person', name: 'Test Delegate X', numbers: [{ attribute: 'СНИЛС', value: 'PERSON-2' }] }],
      under: null,
      jointly: false,
      codes: [{ code: 'TEST_APPLY', name: 'To apply' }],
      words: null,
    },
  })
})

test('a power that was given on names the one above it, the first principal, and who gave it on', () => {
  const read = readPowerOfAttorney(sampleGivenOn)
  expect(read).toMatchObject({
    power: {
      number: '0195557a-8c00-4000-8000-00000000000b',
      under: '0195557a-8c00-4000-8000-00000000000a',
      givingOn: 'never',
      principals: [{ name: 'Almond' }],
      givers: [{ kind: 'person', name: 'Test Delegate', signers: [{ name: 'Test Delegate' }] }],
      delegates: [{ name: 'Test Other' }],
      jointly: true,
      codes: [],
      words: 'To apply for everything',
    },
  })
})

test('what is wrong with a file is named by its element', () => {
  expect(fault('')).toBe('not-xml ')
  expect(fault('<a><b></a>')).toBe('not-xml ')
  expect(fault('<Файл />')).toBe('form-other Файл')
  expect(fault(without(/urn:[^"]*/, 'urn:other'))).toBe('form-other Доверенность')
  expect(fault(without('ВерсФорм="EMCHD_1"', 'ВерсФорм="002"'))).toBe('form-other Доверенность/@ВерсФорм')
  expect(fault(without(/<Документ>[\s\S]*<\/Документ>/))).toBe('missing Доверенность/Документ')
  expect(fault(without(/ НомДовер="[^"]*"/))).toBe(`missing ${place}/СвДов/@НомДовер`)
  expect(fault(samplePower({ number: '17' }))).toBe(`malformed ${place}/СвДов/@НомДовер`)
  expect(fault(samplePower({ until: '31.12.2026' }))).toBe(`malformed ${place}/СвДов/@СрокДейст`)
  expect(fault(samplePower({ until: '2026-01-14' }))).toBe(`out-of-order ${place}/СвДов/@СрокДейст`)
  expect(fault(without(/<МашПолн[^>]*>/))).toBe(`missing ${place}/СвПолн/МашПолн`)
  expect(fault(without(/<СвУпПред[\s\S]*<\/СвУпПред>/))).toBe(`missing ${place}/СвУпПред`)
  expect(fault(without('Фамилия="Test" Имя="Head"', 'Имя="Head"'))).toBe(
    `missing ${place}/СвДоверит/Доверит/РосОргДовер/ЛицоБезДов/СвФЛ/СведФЛ/ФИО/@Фамилия`,
  )
})

test('whatever is cut out of a file, reading it ends with a power or a fault', () => {
  const whole = samplePower()
  const cut = fc.tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 5 }))
  fc.assert(
    fc.property(cut, ([from, to, instead]) => {
      const read = readPowerOfAttorney(whole.slice(0, Math.min(from, to)) + instead + whole.slice(Math.max(from, to)))
      expect('power' in read || read.fault.code.length > 0).toBe(true)
    }),
    { numRuns: 200 },
  )
})
