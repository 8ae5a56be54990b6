import { environment, readConfig } from '@tereze/foundation-config'
import { grantsForReading } from '@tereze/foundation-database'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { addressOf } from '../vitrine/outside-database.ts'
import { readVitrine, viewName } from '../vitrine/prepare.ts'

const usage = 'FILE --role NAME [--json]'
const typed = `vitrine grants ${usage}`

/** Tells the owner of a database how a role reads what a vitrine shows, and nothing else. */
export const grantsOfVitrine: Command = {
  name: 'vitrine grants',
  usage,
  does: 'Tells the SQL by which the owner of the database lets a role read the columns of a vitrine and nothing else. Runs nothing.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { role: 'text' })
    const file = required(given.words[0], 'FILE', typed)
    const role = required(given.text('role'), '--role', typed)
    if (!/^[a-z_][a-z0-9_]{0,62}$/.test(role))
      throw new UsageWrong(
        `--role "${role}" is no name of a role`,
        'Give letters, digits and underscores, e.g. vitrine_reader.',
      )
    const vitrine = await readVitrine(file)
    const { pathname } = new URL(addressOf(vitrine.system, readConfig(environment())))
    const statements = grantsForReading(
      role,
      viewName(vitrine.view),
      Object.keys(vitrine.columns),
      decodeURIComponent(pathname.slice(1)),
    )
    if (given.json) io.line(JSON.stringify({ statements }))
    else for (const statement of statements) io.line(statement)
    return exitCodes.done
  },
}
