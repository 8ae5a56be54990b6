import { type Command, exitCodes } from '../command.ts'
import { configuration, openDatabaseOf } from '../open-platform.ts'
import { readArgs } from '../read-args.ts'
import { count } from '../words-of-codes.ts'

const usage = '[--json]'

/** Brings the database up to date. */
export const migrateDatabase: Command = {
  name: 'migrate',
  usage,
  does: 'Brings the database up to date: that of DATABASE_URL, or the embedded one in TEREZE_DATA.',
  async run(args, io) {
    const { json } = readArgs(args, `migrate ${usage}`, 0)
    const { applied, close } = await openDatabaseOf(configuration())
    await close()
    if (json) io.line(JSON.stringify({ applied }))
    else {
      for (const name of applied) io.line(name)
      io.line(applied.length === 0 ? 'The database is up to date.' : `${count(applied.length, 'migration')} applied.`)
    }
    return exitCodes.done
  },
}
