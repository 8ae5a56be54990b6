import { findOrganisation, type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { Term } from '@tereze/working-time'

/** What the law of a jurisdiction asks for after a leak. */
export interface DeclaredDuty {
  readonly id: string
  readonly to: 'authority' | 'persons'
  /** From the moment the leak became known. */
  readonly term: Term
  readonly source: string
  readonly text: string
}

/** The jurisdiction of an organisation; null where nothing is published of it. */
export function jurisdictionFor(packages: Packages, organisation: string): Package | null {
  const found = findOrganisation(packages, organisation)
  return found === null ? null : packages.find('jurisdiction', found.jurisdiction)
}

/** The duties after a leak by the law of a jurisdiction; none where it says nothing. */
export function dutiesOf(jurisdiction: Package | null): readonly DeclaredDuty[] {
  const file = jurisdiction?.json.get('leaks.json') as { readonly duties?: unknown } | undefined
  return (file?.duties ?? []) as readonly DeclaredDuty[]
}

/** A duty in words; its id where the law has changed since. */
export function dutyWords(jurisdiction: Package | null, duty: string): Text {
  const declared = dutiesOf(jurisdiction).find(({ id }) => id === duty)
  if (jurisdiction === null || declared === undefined) return { en: duty, ru: duty, kk: duty }
  return { ...textOf(jurisdiction, declared.text.replace(/^message:/, '')) }
}
