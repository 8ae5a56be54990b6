import { openRepository, rewrapRepository } from '@tereze/foundation-backup'
import { openDatabase } from '@tereze/foundation-database'
import { rewrapKeys } from '@tereze/foundation-keys'
import { masterKeyOf } from '@tereze/server'
import { type Command, exitCodes } from '../command.ts'
import { configuration, openDatabaseBeside } from '../open-platform.ts'
import { readArgs } from '../read-args.ts'
import { count } from '../words-of-codes.ts'

const usage = '[--json]'

/** Wraps all keys anew under the master key. */
export const keysRewrap: Command = {
  name: 'keys rewrap',
  usage,
  does: 'Wraps all keys in the database, and that of TEREZE_BACKUP, anew under the master key; those of TEREZE_OTHER_MASTER_KEYS are then needed for older copies only. The platform may run.',
  async run(args, io) {
    const { json } = readArgs(args, `keys rewrap ${usage}`, 0)
    const config = configuration()
    const master = await masterKeyOf(config)
    const opened = await openDatabaseBeside(config)
    const database = openDatabase({ url: opened.url, max: 2 })
    try {
      const rewrapped = await rewrapKeys(database, master)
      const { backupFolder } = config
      if (backupFolder !== null) {
        await openRepository(backupFolder, master, { make: true })
        await rewrapRepository(backupFolder, master, master)
      }
      if (json) io.line(JSON.stringify({ rewrapped, master: master.id }))
      else io.line(`${count(rewrapped, 'key')} wrapped anew under master key ${master.id}.`)
      return exitCodes.done
    } finally {
      await database.close()
      await opened.close()
    }
  },
}
