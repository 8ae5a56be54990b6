import { type NumberScheme, remainder, weightedSum } from './number-scheme.ts'

const ofOrganisation = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const ofPersonFirst = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const ofPersonSecond = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const ofPension = [9, 8, 7, 6, 5, 4, 3, 2, 1]
const asWritten = (digits: string) => digits
const folded = (rest: number) => String(rest % 10)

/** Taxpayer’s number of an organisation (ИНН, ten digits): check digit by the remainder of eleven. */
export const innOfOrganisation: NumberScheme = {
  id: 'ru-inn-organisation',
  length: 9,
  misfit: () => null,
  check: body => folded(weightedSum(body, ofOrganisation) % 11),
  write: asWritten,
}

/** Taxpayer’s number of a person (ИНН, twelve digits): two check digits, the second over the first too. */
export const innOfPerson: NumberScheme = {
  id: 'ru-inn-person',
  length: 10,
  misfit: () => null,
  check(body) {
    const one = folded(weightedSum(body, ofPersonFirst) % 11)
    return one + folded(weightedSum(body + one, ofPersonSecond) % 11)
  },
  write: asWritten,
}

/** Numbers up to this one were given out before there were check digits. */
const lastUnchecked = 1_001_998

/** Insurance number of a personal account (СНИЛС), three groups of three and two check digits apart, by the remainder of 101. */
export const snils: NumberScheme = {
  id: 'ru-snils',
  length: 9,
  misfit: body => (Number(body) > lastUnchecked ? null : { mark: 1 }),
  check: body => String((weightedSum(body, ofPension) % 101) % 100).padStart(2, '0'),
  write: digits => `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 9)} ${digits.slice(9)}`,
}

/** Main state registration number of an organisation (ОГРН): check digit by the remainder of eleven of the number before it. */
export const ogrn: NumberScheme = {
  id: 'ru-ogrn',
  length: 12,
  misfit: body => (/^[15]/.test(body) ? null : { mark: 1 }),
  check: body => folded(remainder(body, 11)),
  write: asWritten,
}

/** The same of an entrepreneur (ОГРНИП): by the remainder of thirteen. */
export const ogrnip: NumberScheme = {
  id: 'ru-ogrnip',
  length: 14,
  misfit: body => (body.startsWith('3') ? null : { mark: 1 }),
  check: body => folded(remainder(body, 13)),
  write: asWritten,
}
