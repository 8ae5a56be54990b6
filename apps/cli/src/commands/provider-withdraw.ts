import { withdrawProvider } from '@tereze/identity/contract'
import { type Command, exitCodes } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { asIntegrator } from './as-integrator.ts'

const usage = 'PROVIDER [--json]'
const typed = `provider withdraw ${usage}`

/** Withdraws an outside OpenID provider. */
export const providerWithdraw: Command = {
  name: 'provider withdraw',
  usage,
  does: 'Withdraws an OpenID provider of others with all connections to it: nobody signs in there any more.',
  async run(args, io) {
    const given = readArgs(args, typed, 1)
    const provider = required(given.words[0], 'PROVIDER', typed)
    const done = await asIntegrator(async ({ must, runner, actor }) =>
      must(await runner.call(withdrawProvider, { provider }, actor)),
    )
    if (given.json) io.line(JSON.stringify(done))
    else io.note(`${provider} is withdrawn.`)
    return exitCodes.done
  },
}
