import type { Reader } from '@tereze/foundation-database'
import type { Keys } from '@tereze/foundation-keys'
import { ReleaseDamaged } from './contract/release.ts'
import { openPublished } from './reading/open-published.ts'
import { createPackageSet, type PackageSet } from './reading/packages.ts'
import { checkReleases } from './releases/check-releases.ts'
import { listPackages, listUnsigned } from './store/packages.ts'
import { listStandings } from './store/standings.ts'

/**
 * Everything published, from the database; nodes do this when they start. What was published before packages were signed is left out:
 * publishing the same content again signs it.
 * @throws ReleaseDamaged naming each file that is not what was signed.
 */
export async function loadPackages(reader: Reader, keys: Pick<Keys, 'verify'>): Promise<PackageSet> {
  const set = createPackageSet()
  const releases = (await listPackages(reader)).filter(({ signed }) => signed !== null)
  const faults = await checkReleases(reader, keys, releases)
  if (faults.length > 0) throw new ReleaseDamaged(faults)
  for (const release of releases) set.add(openPublished(release))
  set.stand(await listStandings(reader))
  return set
}

/**
 * Makes sure that nothing published is left without a signature, once the own content was published.
 * @throws ReleaseDamaged naming what is: a version from before packages were signed that does not lie in the content.
 */
export async function refuseUnsigned(reader: Reader): Promise<void> {
  const unsigned = await listUnsigned(reader)
  if (unsigned.length > 0)
    throw new ReleaseDamaged(unsigned.map(name => ({ package: name, code: 'release.unsigned', file: null })))
}
