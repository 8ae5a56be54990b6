import { withdrawClient } from '@tereze/identity/contract'
import { type Command, exitCodes } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { asIntegrator } from './as-integrator.ts'

const usage = 'CLIENT [--json]'
const typed = `client withdraw ${usage}`

/** Withdraws an application or system. */
export const clientWithdraw: Command = {
  name: 'client withdraw',
  usage,
  does: 'Withdraws an application or system: all that it was given is worth nothing from then on.',
  async run(args, io) {
    const given = readArgs(args, typed, 1)
    const client = required(given.words[0], 'CLIENT', typed)
    const done = await asIntegrator(async ({ must, runner, actor }) =>
      must(await runner.call(withdrawClient, { client }, actor)),
    )
    if (given.json) io.line(JSON.stringify(done))
    else io.note(`${client} is withdrawn.`)
    return exitCodes.done
  },
}
