import { join } from 'node:path'
import { openRepository, takeBackup } from '@tereze/foundation-backup'
import { findEmbedded, startEmbeddedServer } from '@tereze/foundation-database'
import { systemClock } from '@tereze/foundation-operations'
import { masterKeyOf } from '@tereze/server'
import { backupFolderOf, tellProgress } from '../backup-place.ts'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { configuration } from '../open-platform.ts'
import { readArgs } from '../read-args.ts'

const usage = '[--to DIR] [--json]'
const typed = `backup ${usage}`

/** Takes a backup. */
export const backup: Command = {
  name: 'backup',
  usage,
  does: 'Takes an encrypted backup of the embedded database and the files into a folder, while the platform runs or not. Restoring it needs the master key, which is not in it.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, { to: 'text' })
    const config = configuration()
    const to = backupFolderOf(config, given.text('to'), '--to', typed)
    if (config.databaseUrl !== null)
      throw new NotPossible(
        'this is for the embedded database',
        'Back up the server of DATABASE_URL with its own tools, e.g. pgBackRest, and TEREZE_DATA/files beside it.',
      )
    const folder = join(config.dataFolder, 'postgres')
    const place = findEmbedded(folder)
    if (place === null) throw new NotPossible(`there is no database in ${folder}`, 'Look at TEREZE_DATA.')
    const repository = await openRepository(to, await masterKeyOf(config), { make: true })
    const own = (await place.runs()) ? null : await startEmbeddedServer({ folder, archive: true, log: io.note })
    try {
      const manifest = await takeBackup({
        dataFolder: config.dataFolder,
        repository,
        now: () => systemClock.now(),
        onProgress: tellProgress(io),
      })
      if (given.json) io.line(JSON.stringify(manifest))
      else io.line(`${manifest.id}: ${Math.ceil(manifest.bytes / 1_000_000)} MB of database, ${manifest.files} files`)
      return exitCodes.done
    } finally {
      await own?.stop()
    }
  },
}
