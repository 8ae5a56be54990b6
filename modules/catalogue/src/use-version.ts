import type { Context } from '@tereze/foundation-operations'
import type { PackageKind, Standing } from './contract/packages.ts'
import type { PackageSet } from './reading/packages.ts'
import { decideUse } from './rules/decide-use.ts'
import { standAsKept } from './stand-as-kept.ts'
import { raiseChanges } from './store/changes.ts'
import { deleteStanding, insertWithdrawn, listStandings } from './store/standings.ts'

/**
 * Lets new things begin with a published version, in the running transaction, which is the platform's own; what runs keeps its version.
 * @returns the versions that were withdrawn for it.
 */
export async function useVersion(
  context: Context,
  set: PackageSet,
  wanted: { readonly kind: PackageKind; readonly id: string; readonly version: string },
): Promise<readonly string[]> {
  const { tx, now } = context
  const { kind, id, version } = wanted
  // Raised first: it holds the others that change what is published until this is done.
  raiseChanges(tx)
  const kept = await listStandings(tx)
  const standing = (one: string): Standing =>
    kept.find(row => row.kind === kind && row.id === id && row.version === one)?.standing ?? 'in-force'
  const versions = set.versions(kind, id).map(pack => ({ version: pack.version, standing: standing(pack.version) }))
  const { withdraw, restore } = decideUse(versions, version)
  for (const one of withdraw) insertWithdrawn(tx, kind, id, one, now)
  if (restore) deleteStanding(tx, kind, id, version)
  await standAsKept(tx, set)
  return withdraw
}
