import { describe, expect, it } from 'vitest'
import { nameOf } from './describe-signature.ts'
import { numbersOf, rolesOf, type SignatureProfile } from './signature-profiles.ts'

const text = (word: string) => ({ en: word, ru: word, kk: word })
const profile: SignatureProfile = {
  jurisdiction: 'kz',
  title: text('Kazakhstan'),
  qualified: [],
  numbers: [
    { kind: 'kz-iin', of: 'person', part: '2.5.4.5', pattern: /^IIN([0-9]{12})$/, title: text('IIN') },
    { kind: 'kz-bin', of: 'organisation', part: '2.5.4.11', pattern: /^BIN([0-9]{12})$/, title: text('BIN') },
  ],
  roles: [{ purpose: '1.2.398.3.3.4.1.2.1', title: text('head') }],
  authorities: [],
  programs: [],
}

describe('numbersOf', () => {
  it.each([
    [[{ type: '2.5.4.5', value: 'IIN000000000000' }], ['kz-iin 000000000000']],
    [[{ type: '2.5.4.5', value: '000000000000' }], []],
    [[{ type: '2.5.4.11', value: 'IIN000000000000' }], []],
    [
      [
        { type: '2.5.4.5', value: 'IIN000000000000' },
        { type: '2.5.4.11', value: 'BIN000000000000' },
      ],
      ['kz-iin 000000000000', 'kz-bin 000000000000'],
    ],
  ])('%j', (name, expected) => {
    expect(numbersOf(name, [profile]).map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected)
  })
})

it('says what purposes mean', () => {
  expect(rolesOf(['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.2.1'], [profile])).toEqual([text('head')])
  expect(rolesOf(null, [profile])).toEqual([])
})

it('names a person by surname and given name where the common name is the organisation', () => {
  const part = (type: string, value: string) => ({ type, value })
  const [surname, given] = [part('2.5.4.4', 'Test'), part('2.5.4.42', 'Person')]
  expect(nameOf([part('2.5.4.3', 'Samal Clinic'), surname, given, part('2.5.4.10', 'Samal Clinic')])).toEqual({
    name: 'Test Person',
    organisation: 'Samal Clinic',
  })
  expect(nameOf([part('2.5.4.3', 'TEST PERSON')])).toEqual({ name: 'TEST PERSON', organisation: null })
  expect(nameOf([part('2.5.4.10', 'Samal Clinic')])).toEqual({ name: 'Samal Clinic', organisation: 'Samal Clinic' })
  expect(nameOf([]).name).toBe('—')
})
