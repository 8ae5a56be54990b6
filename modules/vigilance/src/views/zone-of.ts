import { findOrganisation, type Packages } from '@tereze/catalogue/contract'

/** The zone of an organisation; that of nobody is UTC. */
export function zoneOf(packages: Packages, organisation: string): string {
  return findOrganisation(packages, organisation)?.zone ?? 'UTC'
}
