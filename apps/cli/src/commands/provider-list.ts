import { listProviders } from '@tereze/identity/contract'
import { type Command, exitCodes } from '../command.ts'
import { readArgs } from '../read-args.ts'
import { asIntegrator } from './as-integrator.ts'

const usage = '[--json]'

/** Lists the outside OpenID providers. */
export const providerList: Command = {
  name: 'provider list',
  usage,
  does: 'Lists the OpenID providers of others at which people may sign in, with what their levels are worth here.',
  async run(args, io) {
    const { json } = readArgs(args, `provider list ${usage}`, 0)
    const { items } = await asIntegrator(async ({ must, runner, actor }) =>
      must(await runner.call(listProviders, {}, actor)),
    )
    if (json) io.line(JSON.stringify(items))
    else if (items.length === 0) io.note('No outside provider is registered.')
    else
      for (const { provider, name, issuer, client, levels } of items) {
        const worth = Object.entries(levels).map(([level, here]) => `${level}=${here}`)
        io.line([provider, name.en, issuer, client, worth.join(',')].join('\t').trimEnd())
      }
    return exitCodes.done
  },
}
