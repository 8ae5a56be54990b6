import { findOrganisation, type Packages } from '@tereze/catalogue/contract'

/** IANA zone by which days of an organisation are told; that of the platform's operator where none is named. */
export function zoneOf(packages: Packages, organisation: string | null): string {
  return findOrganisation(packages, organisation ?? 'platform')?.zone ?? 'UTC'
}
