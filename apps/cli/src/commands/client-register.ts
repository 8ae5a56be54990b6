import { registerClient } from '@tereze/identity/contract'
import type { InputOf } from '@tereze/operation'
import { type Command, exitCodes } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { asIntegrator, readJsonFile } from './as-integrator.ts'
import { newClientKey } from './new-client-key.ts'

const usage = 'FILE [--new-key] [--json]'
const typed = `client register ${usage}`

/** What a client is registered with where its file says nothing. */
const usual = { redirectUris: [], keys: [], roles: [], exchanges: [], signOutUri: null, pushed: false, bound: false }

/** Registers an application or system at the OpenID provider. */
export const clientRegister: Command = {
  name: 'client register',
  usage,
  does: 'Registers an application or system from a JSON file (client, organisation, name, grants, redirectUris, keys, scopes, roles …); with --new-key makes its key and shows the private half this once.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { 'new-key': 'flag' })
    const file = await readJsonFile(required(given.words[0], 'FILE', typed))
    const made = given.flag('new-key') ? newClientKey() : null
    const keys = Array.isArray(file.keys) ? file.keys : []
    const wanted = { ...usual, ...file, ...(made === null ? {} : { keys: [...keys, made.publicKey] }) }
    const { client } = await asIntegrator(async ({ must, runner, actor }) =>
      must(await runner.call(registerClient, wanted as unknown as InputOf<typeof registerClient>, actor)),
    )
    if (given.json) io.line(JSON.stringify({ client, ...(made && { privateKey: made.privateKey }) }))
    else {
      if (made !== null) io.line(JSON.stringify(made.privateKey))
      io.note(
        made === null
          ? `${client} is registered.`
          : `${client} is registered. The line above is its private key: it is shown this once and kept nowhere.`,
      )
    }
    return exitCodes.done
  },
}
