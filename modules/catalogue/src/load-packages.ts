import type { Reader } from '@tereze/foundation-database'
import { openPackage } from './reading/open-package.ts'
import { createPackageSet, type PackageSet } from './reading/packages.ts'
import { listPackages } from './store/packages.ts'

/** Everything published, from the database; nodes do this when they start. */
export async function loadPackages(reader: Reader): Promise<PackageSet> {
  const set = createPackageSet()
  for (const source of await listPackages(reader)) set.add(openPackage(source))
  return set
}
