import type { Database } from '@tereze/foundation-database'
import type { Keys } from '@tereze/foundation-keys'
import { ReleaseDamaged } from '../contract/release.ts'
import { openPublished } from '../reading/open-published.ts'
import type { PackageSet } from '../reading/packages.ts'
import { countChanges } from '../store/changes.ts'
import { findPackage, listVersionNames } from '../store/packages.ts'
import { listStandings } from '../store/standings.ts'
import { checkReleases } from './check-releases.ts'

/** Lets a running node take up what others publish. */
export interface ReleaseWatch {
  /** Takes up what is new; gives the names (`kind:id@version`) of what was taken up. */
  look(): Promise<readonly string[]>
  start(): void
  stop(): Promise<void>
}

/**
 * Watches what is published: one small question each second whether anything changed, on every node, whatever its roles. What is not as
 * it was signed is not taken up, and told at each change.
 * @param every milliseconds between two looks.
 */
export function watchReleases(parts: {
  readonly database: Database
  readonly keys: Pick<Keys, 'verify'>
  readonly set: PackageSet
  readonly onFailure: (error: unknown) => void
  readonly every?: number
}): ReleaseWatch {
  const { database, keys, set, onFailure, every = 1000 } = parts
  let seen: string | null = null
  let stopping = false
  let running: Promise<void> | null = null
  let wake: (() => void) | null = null

  async function takeUp(): Promise<readonly string[]> {
    const taken: string[] = []
    const names = await listVersionNames(database)
    // Before anything is added: a version on trial is in use at no moment.
    set.stand(await listStandings(database))
    for (const { kind, id, version, hash } of names) {
      if (set.find(kind, id, version)?.hash === hash) continue
      const release = await findPackage(database, kind, id, version)
      if (release === null) continue
      const faults = await checkReleases(database, keys, [release])
      if (faults.length > 0) onFailure(new ReleaseDamaged(faults))
      else {
        set.add(openPublished(release))
        taken.push(`${kind}:${id}@${version}`)
      }
    }
    return taken
  }

  async function look(): Promise<readonly string[]> {
    // Counted first: what is published while it is taken up is seen by the next look.
    const number = await countChanges(database)
    if (number === seen) return []
    const taken = await takeUp()
    seen = number
    return taken
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      await look().catch(onFailure)
      if (stopping) return
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, every)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  return {
    look,
    start() {
      running ??= loop()
    },
    async stop() {
      stopping = true
      wake?.()
      await running
    },
  }
}
