import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { listBackups, openRepository, pruneBackups, takeArchive, takeBackup } from '@tereze/foundation-backup'
import type { Config } from '@tereze/foundation-config'
import { findEmbedded } from '@tereze/foundation-database'
import type { MasterKey } from '@tereze/foundation-keys'
import type { Clock } from '@tereze/foundation-operations'
import type { Telemetry } from '@tereze/foundation-telemetry'

const secondsBetween = 10
const hoursBetweenBackups = 24
const backupsKept = 7

/** Whether the next backup is due. */
export function isBackupDue(newest: string | null, now: Date): boolean {
  return newest === null || now.getTime() - Date.parse(newest) >= hoursBetweenBackups * 3_600_000
}

/**
 * Keeps the backups of an embedded server going: the write-ahead log every ten seconds, everything once a day, the newest seven stay. What
 * fails is logged and tried again.
 * @returns ends it, after the piece that is being taken.
 */
export function startBackups(parts: {
  config: Config
  folder: string
  master: MasterKey
  clock: Clock
  telemetry: Telemetry
}): () => Promise<void> {
  const { config, folder, master, clock, telemetry } = parts
  const stopping = new AbortController()
  async function once(): Promise<void> {
    const place = findEmbedded(join(config.dataFolder, 'postgres'))
    if (place === null) return
    const repository = await openRepository(folder, master, { make: true })
    await takeArchive(place.archive, repository)
    const newest = (await listBackups(repository)).at(-1)?.begun ?? null
    if (!isBackupDue(newest, clock.now())) return
    const { id, bytes, files } = await takeBackup({ dataFolder: config.dataFolder, repository, now: () => clock.now() })
    const pruned = await pruneBackups(repository, backupsKept)
    telemetry.log.info({ backup: id, bytes, files, pruned: pruned.length }, 'a backup was taken')
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await once().catch((error: unknown) => {
        telemetry.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the backup failed')
      })
      // Ending is no failure of the rest between two looks.
      await sleep(secondsBetween * 1000, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return async () => {
    stopping.abort()
    await running
  }
}
