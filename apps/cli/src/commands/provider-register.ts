import { registerProvider } from '@tereze/identity/contract'
import type { InputOf } from '@tereze/operation'
import { type Command, exitCodes } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { asIntegrator, readJsonFile } from './as-integrator.ts'

const usage = 'FILE [--json]'
const typed = `provider register ${usage}`

/** Registers an outside OpenID provider. */
export const providerRegister: Command = {
  name: 'provider register',
  usage,
  does: 'Registers an OpenID provider of others from a JSON file (provider, name, issuer, client, levels). There is no secret: this place proves itself there by its key.',
  async run(args, io) {
    const given = readArgs(args, typed, 1)
    const wanted = { levels: {}, ...(await readJsonFile(required(given.words[0], 'FILE', typed))) }
    const { provider } = await asIntegrator(async ({ must, runner, actor }) =>
      must(await runner.call(registerProvider, wanted as unknown as InputOf<typeof registerProvider>, actor)),
    )
    if (given.json) io.line(JSON.stringify({ provider }))
    else io.note(`${provider} is registered. It finds the keys of this place at /oidc/jwks.`)
    return exitCodes.done
  },
}
