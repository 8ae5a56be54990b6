import { listClients } from '@tereze/identity/contract'
import { type Command, exitCodes } from '../command.ts'
import { readArgs } from '../read-args.ts'
import { asIntegrator } from './as-integrator.ts'

const usage = '[--json]'

/** Lists the applications and systems at the OpenID provider. */
export const clientList: Command = {
  name: 'client list',
  usage,
  does: 'Lists the applications and systems registered at the OpenID provider, with what each may do.',
  async run(args, io) {
    const { json } = readArgs(args, `client list ${usage}`, 0)
    const { items } = await asIntegrator(async ({ must, runner, actor }) =>
      must(await runner.call(listClients, {}, actor)),
    )
    if (json) io.line(JSON.stringify(items))
    else if (items.length === 0) io.note('No application is registered.')
    else
      for (const { client, organisation, name, grants, scopes, roles } of items)
        io.line(
          [client, organisation, name.en, grants.join(','), scopes.join(','), roles.join(',')].join('\t').trimEnd(),
        )
    return exitCodes.done
  },
}
