import type { Country } from './country.ts'
import type { Employer } from './organisations.ts'

const since = '2023-01-16'

/** Gives companies their directors, one each, as far as there are people for it. */
export function addRepresentatives(
  country: Country,
  companies: readonly Employer[],
  directors: readonly string[],
): void {
  for (const [index, { id }] of companies.entries()) {
    const person = directors[index]
    if (person === undefined) return
    const data = { organisation: id, person, capacity: 'director', from: since }
    country.add('representatives', 'representative', data, since)
  }
}
