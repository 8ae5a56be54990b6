import type { Country } from './country.ts'
import type { Random } from './random.ts'
import type { LocalizedText } from './records.ts'

/** Who pays somebody. */
export interface Employer {
  readonly id: string
  readonly name: string
}

/** Companies, and the choice of one as somebody's employer. */
export interface Employers {
  readonly companies: readonly Employer[]
  choose(random: Random): Employer
}

/** Adds the public bodies and as many companies as the population needs. */
export function addOrganisations(country: Country): Employers {
  const { parameters, people } = country
  const random = country.random('organisations')
  const add = (kind: string, region: string, name: LocalizedText, registeredOn: string, tenant?: string) => {
    const identifier = country.number.organisation(country.next('organisation'))
    const data = { identifier, name, kind, region, registeredOn, ...(tenant === undefined ? {} : { tenant }) }
    return country.add('organisations', 'organisation', data, registeredOn)
  }
  for (const { tenant, kind, region, name } of parameters.bodies) add(kind, region, name, '2011-04-01', tenant)
  const { first, second, perPeople, fewest, most } = parameters.companies
  const number = Math.min(most, Math.max(fewest, Math.round(people / perPeople)))
  const employers = Array.from({ length: number }, (_, index): Employer => {
    const [one, other] = [first[index % first.length], second[Math.floor(index / first.length) % second.length]]
    if (!one || !other) throw new Error('companies need words')
    const round = Math.floor(index / (first.length * second.length))
    const ending = round === 0 ? '' : ` ${round + 1}`
    const name = {
      en: `${one.en} ${other.en}${ending}`,
      ru: `${one.ru} ${other.ru}${ending}`,
      kk: `${one.kk} ${other.kk}${ending}`,
    }
    const region = random.pick(parameters.regions).id
    const registeredOn = `${random.between(2012, 2022)}-0${random.between(1, 9)}-15`
    return { id: add('company', region, name, registeredOn), name: name.ru }
  })
  return { companies: employers, choose: choice => choice.pick(employers) }
}
