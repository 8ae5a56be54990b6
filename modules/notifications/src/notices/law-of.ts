import { findOrganisation, type Package, type Packages } from '@tereze/catalogue/contract'
import { type NotificationLaw, silentLaw } from '../rules/notification-law.ts'

/** What a jurisdiction says of messages to people; the silent law where it says nothing. */
export function lawIn(jurisdiction: Package | null): NotificationLaw {
  return (jurisdiction?.json.get('notifications.json') as unknown as NotificationLaw | undefined) ?? silentLaw
}

/** The jurisdiction of an organisation; null where nothing is published of it. */
export function jurisdictionOf(packages: Packages, organisation: string): Package | null {
  const found = findOrganisation(packages, organisation)
  return found === null ? null : packages.find('jurisdiction', found.jurisdiction)
}

/** The law by which an organisation writes to people. */
export function lawOf(packages: Packages, organisation: string): NotificationLaw {
  return lawIn(jurisdictionOf(packages, organisation))
}
