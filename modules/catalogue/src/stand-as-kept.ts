import type { Tx } from '@tereze/foundation-database'
import type { PackageSet } from './reading/packages.ts'
import { listStandings } from './store/standings.ts'

/** Lets versions stand on this node as the transaction leaves them, once it has committed. */
export async function standAsKept(tx: Tx, set: PackageSet): Promise<void> {
  const standings = await listStandings(tx)
  tx.onCommit(() => set.stand(standings))
}
