import type { Country } from './country.ts'
import { namePerson } from './name-people.ts'
import type { DemoOfficial } from './records.ts'

/** The officials of every unit that the parameters name. */
export function createOfficials(country: Country): DemoOfficial[] {
  const random = country.random('officials')
  const native = country.parameters.traditions.filter(({ citizenship }) => citizenship === country.parameters.country)
  return country.parameters.officials.flatMap(({ organisation, unit, territory, roles, number }) =>
    Array.from({ length: number }, () => {
      const tradition = random.weighted(native, ({ weight }) => weight)
      const { name } = namePerson(
        random,
        tradition,
        random.happens(60) ? 'female' : 'male',
        random.pick(tradition.families),
      )
      const limits = territory === undefined ? {} : { territory }
      return { official: country.id('official'), organisation, unit, ...limits, name, roles }
    }),
  )
}
