import type { Context } from '@tereze/foundation-operations'
import type { VersionStanding } from './contract/packages.ts'
import type { PackageSet } from './reading/packages.ts'
import { standAsKept } from './stand-as-kept.ts'
import { raiseChanges } from './store/changes.ts'
import { insertWithdrawn, upsertTrial } from './store/standings.ts'

/** Lets a share of what begins take a published version, in the running transaction, which is the platform's own. */
export async function shareVersion(
  { tx, now }: Context,
  set: PackageSet,
  { kind, id, version, share }: Omit<VersionStanding, 'standing'>,
): Promise<void> {
  raiseChanges(tx)
  upsertTrial(tx, { kind, id, version, share }, now)
  await standAsKept(tx, set)
}

/** Ends a trial, in the running transaction, which is the platform's own: nothing new begins with the version, what runs keeps it. */
export async function withdrawVersion(
  { tx, now }: Context,
  set: PackageSet,
  { kind, id, version }: Pick<VersionStanding, 'kind' | 'id' | 'version'>,
): Promise<void> {
  raiseChanges(tx)
  insertWithdrawn(tx, kind, id, version, now)
  await standAsKept(tx, set)
}
